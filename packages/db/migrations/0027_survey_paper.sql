CREATE TABLE "survey_paper_batch" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"number" integer NOT NULL,
	"form_id" uuid NOT NULL,
	"source" text NOT NULL,
	"day" date NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	"sheets" integer DEFAULT 0 NOT NULL,
	"sampled" integer DEFAULT 0 NOT NULL,
	"compared" integer DEFAULT 0 NOT NULL,
	"differing" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "survey_paper_batch_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "survey_paper_batch_number_key" UNIQUE("unit_id","number")
);
--> statement-breakpoint
CREATE TABLE "survey_paper_sheet" (
	"unit_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"key" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"typed_by" uuid NOT NULL,
	"typed_at" timestamp with time zone NOT NULL,
	"sampled" boolean DEFAULT false NOT NULL,
	"second_answers" jsonb,
	"second_by" uuid,
	"second_at" timestamp with time zone,
	"differing" integer,
	CONSTRAINT "survey_paper_sheet_unit_id_batch_id_number_pk" PRIMARY KEY("unit_id","batch_id","number"),
	CONSTRAINT "survey_paper_sheet_key" UNIQUE("unit_id","batch_id","key")
);
--> statement-breakpoint
ALTER TABLE "survey_paper_batch" ADD CONSTRAINT "survey_paper_batch_form_fk" FOREIGN KEY ("unit_id","form_id") REFERENCES "public"."survey_form"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_paper_sheet" ADD CONSTRAINT "survey_paper_sheet_batch_fk" FOREIGN KEY ("unit_id","batch_id") REFERENCES "public"."survey_paper_batch"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_paper_batch_form_idx" ON "survey_paper_batch" USING btree ("unit_id","form_id","state");
--> statement-breakpoint
ALTER TABLE survey_paper_batch ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_paper_batch FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_paper_batch_unit ON survey_paper_batch TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_paper_sheet ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_paper_sheet FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_paper_sheet_unit ON survey_paper_sheet TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON survey_paper_batch TO gandan_app;
--> statement-breakpoint
-- A sheet goes when its batch is handed in: who typed it stays nowhere beside its answers.
GRANT SELECT, INSERT, UPDATE, DELETE ON survey_paper_sheet TO gandan_app;
