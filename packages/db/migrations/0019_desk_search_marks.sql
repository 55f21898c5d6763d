DROP INDEX "dossier_name_key_idx";--> statement-breakpoint
DROP INDEX "dossier_name_tail_idx";--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "name_marked" text COLLATE "C";--> statement-breakpoint
-- As the model's searchKeys makes it. The owner sees dossiers only while row-level security is not forced.
ALTER TABLE dossier NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE dossier SET name_marked = lower(normalize(applicant_name, NFC) COLLATE "pg_c_utf8") WHERE name_key IS NOT NULL;
--> statement-breakpoint
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "dossier_name_key_idx" ON "dossier" USING btree ("unit_id","name_key","received_on","id","name_marked") WHERE "dossier"."name_key" is not null;--> statement-breakpoint
CREATE INDEX "dossier_name_tail_idx" ON "dossier" USING btree ("unit_id","name_tail","received_on","id","name_marked") WHERE "dossier"."name_tail" is not null;
