DROP INDEX "dossier_name_key_idx";--> statement-breakpoint
DROP INDEX "dossier_name_tail_idx";--> statement-breakpoint
DROP INDEX "dossier_phone_tail_idx";--> statement-breakpoint
CREATE INDEX "dossier_name_key_idx" ON "dossier" USING btree ("unit_id","name_key","received_on","id") WHERE "dossier"."name_key" is not null;--> statement-breakpoint
CREATE INDEX "dossier_name_tail_idx" ON "dossier" USING btree ("unit_id","name_tail","received_on","id") WHERE "dossier"."name_tail" is not null;--> statement-breakpoint
CREATE INDEX "dossier_phone_tail_idx" ON "dossier" USING btree ("unit_id","phone_tail","received_on","id") WHERE "dossier"."phone_tail" is not null;