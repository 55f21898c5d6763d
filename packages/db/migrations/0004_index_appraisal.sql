CREATE TABLE "index_appraisal" (
	"unit_id" uuid NOT NULL,
	"frame_id" uuid NOT NULL,
	"below_id" uuid NOT NULL,
	"leaf" text NOT NULL,
	"points" numeric,
	"reason" text,
	"appraised_by" text NOT NULL,
	"appraised_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "index_appraisal_unit_id_frame_id_below_id_leaf_pk" PRIMARY KEY("unit_id","frame_id","below_id","leaf")
);
--> statement-breakpoint
ALTER TABLE "index_appraisal" ADD CONSTRAINT "index_appraisal_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_appraisal" ADD CONSTRAINT "index_appraisal_below_id_unit_id_fk" FOREIGN KEY ("below_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "index_appraisal_below_idx" ON "index_appraisal" USING btree ("below_id","frame_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON index_appraisal TO gandan_app;
--> statement-breakpoint
GRANT SELECT ON index_appraisal TO gandan_oversight;
--> statement-breakpoint
ALTER TABLE index_appraisal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_appraisal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY index_appraisal_read ON index_appraisal FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- What was decided about a unit, it may know.
CREATE POLICY index_appraisal_read_about ON index_appraisal FOR SELECT TO gandan_app
  USING (below_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_appraisal_add ON index_appraisal FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND below_id IN (SELECT descendant_id FROM unit_ancestors WHERE depth > 0 AND ancestor_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY index_appraisal_change ON index_appraisal FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND below_id IN (SELECT descendant_id FROM unit_ancestors WHERE depth > 0 AND ancestor_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY index_appraisal_oversight ON index_appraisal FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
