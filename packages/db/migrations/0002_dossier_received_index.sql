DROP INDEX "dossier_received_idx";--> statement-breakpoint
CREATE INDEX "dossier_received_idx" ON "dossier" USING btree ("unit_id","received_on","id");