CREATE TABLE "index_sheet" (
	"unit_id" uuid NOT NULL,
	"frame_id" uuid NOT NULL,
	"below_id" uuid NOT NULL,
	"points" "bytea" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "index_sheet_unit_id_frame_id_below_id_pk" PRIMARY KEY("unit_id","frame_id","below_id")
);
--> statement-breakpoint
ALTER TABLE "index_sheet" ADD CONSTRAINT "index_sheet_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_sheet" ADD CONSTRAINT "index_sheet_below_id_unit_id_fk" FOREIGN KEY ("below_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON index_sheet TO gandan_app;
--> statement-breakpoint
GRANT SELECT ON index_sheet TO gandan_oversight;
--> statement-breakpoint
ALTER TABLE index_sheet ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_sheet FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY index_sheet_read ON index_sheet FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_sheet_add ON index_sheet FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND below_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY index_sheet_change ON index_sheet FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND below_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY index_sheet_oversight ON index_sheet FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
