CREATE TABLE "rollup_survey" (
	"unit_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"day" date NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"question_id" text NOT NULL,
	"counts" integer[] NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	CONSTRAINT "rollup_survey_unit_id_form_id_dimension_day_value_question_id_pk" PRIMARY KEY("unit_id","form_id","dimension","day","value","question_id")
);
--> statement-breakpoint
CREATE TABLE "survey_form" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"source" jsonb NOT NULL,
	"origin" text NOT NULL,
	"version_id" uuid,
	"checksum" text NOT NULL,
	"min_cell" integer DEFAULT 5 NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_on" date,
	"closed_by" text,
	CONSTRAINT "survey_form_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "survey_form_version_key" UNIQUE("unit_id","slug","version")
);
--> statement-breakpoint
CREATE TABLE "survey_inbox" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"form_id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"point_id" uuid,
	"procedure_code" text,
	"officer" text,
	"answers" jsonb NOT NULL,
	"marks" text[] NOT NULL,
	"texts" jsonb NOT NULL,
	CONSTRAINT "survey_inbox_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_invitation" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"form_slug" text NOT NULL,
	"issued_on" date NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "survey_invitation_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "survey_invitation_dossier_key" UNIQUE("unit_id","dossier_id","form_slug")
);
--> statement-breakpoint
CREATE TABLE "survey_point" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"form_slug" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "survey_point_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "survey_point_code_key" UNIQUE("unit_id","code")
);
--> statement-breakpoint
CREATE TABLE "survey_response" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"form_id" uuid NOT NULL,
	"day" date NOT NULL,
	"source" text NOT NULL,
	"point_id" uuid,
	"procedure_code" text,
	"officer" text,
	"answers" jsonb NOT NULL,
	"marks" text[] NOT NULL,
	CONSTRAINT "survey_response_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "survey_spent" (
	"unit_id" uuid NOT NULL,
	"mark" text NOT NULL,
	CONSTRAINT "survey_spent_unit_id_mark_pk" PRIMARY KEY("unit_id","mark")
);
--> statement-breakpoint
CREATE TABLE "survey_text" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"form_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"month" date NOT NULL,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "survey_text_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
ALTER TABLE "rollup_survey" ADD CONSTRAINT "rollup_survey_form_fk" FOREIGN KEY ("unit_id","form_id") REFERENCES "public"."survey_form"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_form" ADD CONSTRAINT "survey_form_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_inbox" ADD CONSTRAINT "survey_inbox_form_fk" FOREIGN KEY ("unit_id","form_id") REFERENCES "public"."survey_form"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_invitation_dossier_fk" FOREIGN KEY ("unit_id","dossier_id") REFERENCES "public"."dossier"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_point" ADD CONSTRAINT "survey_point_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_response" ADD CONSTRAINT "survey_response_form_fk" FOREIGN KEY ("unit_id","form_id") REFERENCES "public"."survey_form"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_spent" ADD CONSTRAINT "survey_spent_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_text" ADD CONSTRAINT "survey_text_form_fk" FOREIGN KEY ("unit_id","form_id") REFERENCES "public"."survey_form"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_invitation_day_idx" ON "survey_invitation" USING btree ("unit_id","form_slug","issued_on");--> statement-breakpoint
CREATE INDEX "survey_point_form_idx" ON "survey_point" USING btree ("unit_id","form_slug");--> statement-breakpoint
CREATE INDEX "survey_response_day_idx" ON "survey_response" USING btree ("unit_id","form_id","day");--> statement-breakpoint
CREATE INDEX "survey_text_form_idx" ON "survey_text" USING btree ("unit_id","form_id","state","month");--> statement-breakpoint
ALTER TABLE survey_form ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_form FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_form_unit ON survey_form TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_point ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_point FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_point_unit ON survey_point TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_invitation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_invitation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_invitation_unit ON survey_invitation TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_spent ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_spent FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_spent_unit ON survey_spent TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_inbox ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_inbox FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_inbox_unit ON survey_inbox TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_response ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_response FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_response_unit ON survey_response TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE survey_text ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE survey_text FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY survey_text_unit ON survey_text TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE rollup_survey ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_survey FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY rollup_survey_unit ON rollup_survey TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON survey_form, survey_point, survey_text TO gandan_app;
--> statement-breakpoint
-- Nobody changes or deletes an answer, a spent token or an invitation.
GRANT SELECT, INSERT ON survey_invitation, survey_spent, survey_response TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON survey_inbox TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_survey TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id) ON survey_inbox TO gandan_worker;
--> statement-breakpoint
CREATE POLICY survey_inbox_work ON survey_inbox FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
-- Offices above see the counts of whole units, never those of an officer, a desk or a procedure.
GRANT SELECT ON rollup_survey TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY rollup_survey_scope ON rollup_survey FOR SELECT TO gandan_oversight
  USING (dimension = 'all' AND (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = rollup_survey.unit_id) @> rollup_survey.day));
