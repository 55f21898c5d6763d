CREATE TABLE "rollup_quota" (
	"unit_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"dossiers" integer NOT NULL,
	"sheets" integer NOT NULL,
	"by_mttq" integer NOT NULL,
	"share" double precision,
	"needed" integer,
	"clause" text,
	"as_of" timestamp with time zone NOT NULL,
	CONSTRAINT "rollup_quota_unit_id_quarter_pk" PRIMARY KEY("unit_id","quarter")
);
--> statement-breakpoint
ALTER TABLE "rollup_quota" ADD CONSTRAINT "rollup_quota_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE rollup_quota ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_quota FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY rollup_quota_unit ON rollup_quota TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON rollup_quota TO gandan_app;
--> statement-breakpoint
-- Which units were counted when; nothing of what was counted.
GRANT SELECT (unit_id, quarter, as_of) ON rollup_quota TO gandan_worker;
--> statement-breakpoint
CREATE POLICY rollup_quota_work ON rollup_quota FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
GRANT SELECT ON rollup_quota TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY rollup_quota_scope ON rollup_quota FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = rollup_quota.unit_id) @> rollup_quota.quarter);
