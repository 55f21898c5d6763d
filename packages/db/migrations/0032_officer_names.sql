CREATE TABLE "officer_name" (
	"unit_id" uuid NOT NULL,
	"key" text NOT NULL,
	"written" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"linked_by" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "officer_name_unit_id_key_pk" PRIMARY KEY("unit_id","key")
);
--> statement-breakpoint
ALTER TABLE "survey_paper_batch" ADD COLUMN "procedure_code" text;--> statement-breakpoint
ALTER TABLE "survey_paper_batch" ADD COLUMN "point_id" uuid;--> statement-breakpoint
ALTER TABLE "survey_paper_sheet" ADD COLUMN "procedure_code" text;--> statement-breakpoint
ALTER TABLE "officer_name" ADD CONSTRAINT "officer_name_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_name" ADD CONSTRAINT "officer_name_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE officer_name ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE officer_name FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY officer_name_unit ON officer_name TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON officer_name TO gandan_app;
