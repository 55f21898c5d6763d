CREATE TABLE "unit_setting" (
	"unit_id" uuid NOT NULL,
	"area" text NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "unit_setting_unit_id_area_pk" PRIMARY KEY("unit_id","area")
);
--> statement-breakpoint
ALTER TABLE "unit_setting" ADD CONSTRAINT "unit_setting_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON unit_setting TO gandan_app;
--> statement-breakpoint
ALTER TABLE unit_setting ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unit_setting FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY unit_setting_unit ON unit_setting TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
