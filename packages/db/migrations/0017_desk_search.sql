ALTER TABLE "dossier" ALTER COLUMN "external_code" SET DATA TYPE text COLLATE "C";--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "name_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "name_tail" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "phone_tail" text COLLATE "C";--> statement-breakpoint
-- Keys of the dossiers that were there before, as the model's searchKeys makes them. The owner sees them only while
-- row-level security is not forced.
ALTER TABLE dossier NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE dossier SET
  name_key = nullif(k.name, ''),
  name_tail = nullif(reverse(' ' || k.name), ' '),
  phone_tail = nullif(reverse(k.phone), '')
FROM dossier d CROSS JOIN LATERAL (SELECT
  coalesce(trim(regexp_replace(
    lower(translate(regexp_replace(normalize(d.applicant_name, NFD), '[\u0300-\u036f]+', '', 'g'), 'đĐ''’‘ʼ`', 'dd')),
    '[^a-z0-9]+', ' ', 'g')), '') AS name,
  coalesce(regexp_replace(regexp_replace(d.phone, '[^0-9]+', '', 'g'), '^84(?=[0-9]{9}$)', '0'), '') AS phone
) k
WHERE dossier.unit_id = d.unit_id AND dossier.id = d.id AND (d.applicant_name IS NOT NULL OR d.phone IS NOT NULL);
--> statement-breakpoint
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE INDEX "dossier_name_key_idx" ON "dossier" USING btree ("unit_id","name_key") WHERE "dossier"."name_key" is not null;--> statement-breakpoint
CREATE INDEX "dossier_name_tail_idx" ON "dossier" USING btree ("unit_id","name_tail") WHERE "dossier"."name_tail" is not null;--> statement-breakpoint
CREATE INDEX "dossier_phone_tail_idx" ON "dossier" USING btree ("unit_id","phone_tail") WHERE "dossier"."phone_tail" is not null;
