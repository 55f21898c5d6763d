CREATE TABLE "officer_result" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"quarter" date NOT NULL,
	"officer" text NOT NULL,
	"staff_id" uuid,
	"levels" integer[] NOT NULL,
	"questions" jsonb NOT NULL,
	"state" text NOT NULL,
	"reply_by" date,
	CONSTRAINT "officer_result_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "officer_result_key" UNIQUE("unit_id","quarter","officer")
);
--> statement-breakpoint
CREATE TABLE "officer_round" (
	"unit_id" uuid NOT NULL,
	"quarter" date NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"version_id" uuid,
	"rule" jsonb NOT NULL,
	"judged" integer NOT NULL,
	"few" integer NOT NULL,
	"above" integer NOT NULL,
	"told" integer NOT NULL,
	"informed" integer NOT NULL,
	"replied" integer NOT NULL,
	"decided" integer NOT NULL,
	"closed" integer NOT NULL,
	CONSTRAINT "officer_round_unit_id_quarter_pk" PRIMARY KEY("unit_id","quarter")
);
--> statement-breakpoint
CREATE TABLE "officer_step" (
	"unit_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"step" text NOT NULL,
	"text" text NOT NULL,
	"measure" text,
	"on_paper" boolean DEFAULT false NOT NULL,
	CONSTRAINT "officer_step_unit_id_result_id_seq_pk" PRIMARY KEY("unit_id","result_id","seq")
);
--> statement-breakpoint
CREATE TABLE "publication_file" (
	"unit_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"pdf" "bytea" NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "publication_file_unit_id_publication_id_pk" PRIMARY KEY("unit_id","publication_id")
);
--> statement-breakpoint
CREATE TABLE "publication_standing" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"from_by" text NOT NULL,
	"to_at" timestamp with time zone,
	"to_by" text,
	CONSTRAINT "publication_standing_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"due_on" date,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"state" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"snapshot" jsonb NOT NULL,
	"checksum" text,
	"remark" text DEFAULT '' NOT NULL,
	"corrects" uuid,
	"correction" text,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"signed_by" text,
	"signer" text,
	"signed_at" timestamp with time zone,
	CONSTRAINT "publication_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
ALTER TABLE "officer_result" ADD CONSTRAINT "officer_result_round_fk" FOREIGN KEY ("unit_id","quarter") REFERENCES "public"."officer_round"("unit_id","quarter") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_round" ADD CONSTRAINT "officer_round_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_step" ADD CONSTRAINT "officer_step_result_fk" FOREIGN KEY ("unit_id","result_id") REFERENCES "public"."officer_result"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_file" ADD CONSTRAINT "publication_file_publication_fk" FOREIGN KEY ("unit_id","publication_id") REFERENCES "public"."publication"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_standing" ADD CONSTRAINT "publication_standing_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_corrects_fk" FOREIGN KEY ("unit_id","corrects") REFERENCES "public"."publication"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "officer_result_staff_idx" ON "officer_result" USING btree ("unit_id","staff_id");--> statement-breakpoint
CREATE UNIQUE INDEX "publication_standing_key" ON "publication_standing" USING btree ("unit_id","slug") WHERE "publication_standing"."to_at" is null;--> statement-breakpoint
CREATE INDEX "publication_state_idx" ON "publication" USING btree ("unit_id","state","signed_at");--> statement-breakpoint
ALTER TABLE officer_round ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE officer_round FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY officer_round_unit ON officer_round TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE officer_result ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE officer_result FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY officer_result_unit ON officer_result TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE officer_step ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE officer_step FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY officer_step_unit ON officer_step TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE publication FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY publication_unit ON publication TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE publication_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE publication_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY publication_file_unit ON publication_file TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE publication_standing ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE publication_standing FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY publication_standing_unit ON publication_standing TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON officer_round, officer_result, publication, publication_standing TO gandan_app;
--> statement-breakpoint
-- What was done, and what was signed, stays.
GRANT SELECT, INSERT ON officer_step, publication_file TO gandan_app;
--> statement-breakpoint
-- Which units ask citizens, and which quarters have been counted; nothing of what was said.
GRANT SELECT (unit_id, opened_on) ON survey_form TO gandan_worker;
--> statement-breakpoint
CREATE POLICY survey_form_work ON survey_form FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
GRANT SELECT (unit_id, quarter) ON officer_round TO gandan_worker;
--> statement-breakpoint
CREATE POLICY officer_round_work ON officer_round FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
-- Offices above see how many officers and what was published, and no name.
GRANT SELECT ON officer_round TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY officer_round_scope ON officer_round FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = officer_round.unit_id) @> officer_round.quarter);
--> statement-breakpoint
GRANT SELECT (unit_id, id, slug, title, due_on, period_from, period_to, state, corrects, signed_at) ON publication TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY publication_scope ON publication FOR SELECT TO gandan_oversight
  USING (state = 'published' AND (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = publication.unit_id) @> (publication.signed_at at time zone 'Asia/Ho_Chi_Minh')::date));
