CREATE TABLE "petition_bar" (
	"unit_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"barred_by" text NOT NULL,
	"barred_at" timestamp with time zone NOT NULL,
	CONSTRAINT "petition_bar_unit_id_petition_id_staff_id_pk" PRIMARY KEY("unit_id","petition_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "petition_paper" (
	"unit_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"content" text NOT NULL,
	"sender" text,
	CONSTRAINT "petition_paper_unit_id_petition_id_pk" PRIMARY KEY("unit_id","petition_id")
);
--> statement-breakpoint
CREATE TABLE "petition_reader" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"reference" text NOT NULL,
	"named_by" text NOT NULL,
	"named_at" timestamp with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "petition_reader_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "petition_step" (
	"unit_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"kind" text,
	"was" text,
	"towards" text,
	"note" text,
	"told" text,
	"taken_back_at" timestamp with time zone,
	"taken_back_by" text,
	CONSTRAINT "petition_step_unit_id_petition_id_seq_pk" PRIMARY KEY("unit_id","petition_id","seq")
);
--> statement-breakpoint
CREATE TABLE "petition" (
	"unit_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"instance" integer DEFAULT 1 NOT NULL,
	"way" text NOT NULL,
	"anonymous" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"registered_by" text,
	"code_hash" text NOT NULL,
	"state" text NOT NULL,
	"passed_on_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"extensions" integer DEFAULT 0 NOT NULL,
	"last_seq" integer NOT NULL,
	"next_step" text,
	"due_at" timestamp with time zone,
	"next_remind_at" timestamp with time zone,
	CONSTRAINT "petition_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "petition_number_key" UNIQUE("unit_id","year","number"),
	CONSTRAINT "petition_code_key" UNIQUE("unit_id","code_hash")
);
--> statement-breakpoint
ALTER TABLE "petition_bar" ADD CONSTRAINT "petition_bar_fk" FOREIGN KEY ("unit_id","petition_id") REFERENCES "public"."petition"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_paper" ADD CONSTRAINT "petition_paper_fk" FOREIGN KEY ("unit_id","petition_id") REFERENCES "public"."petition"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_reader" ADD CONSTRAINT "petition_reader_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_reader" ADD CONSTRAINT "petition_reader_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_step" ADD CONSTRAINT "petition_step_fk" FOREIGN KEY ("unit_id","petition_id") REFERENCES "public"."petition"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition" ADD CONSTRAINT "petition_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "petition_reader_key" ON "petition_reader" USING btree ("unit_id","staff_id") WHERE "petition_reader"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "petition_received_idx" ON "petition" USING btree ("unit_id","received_at","id");--> statement-breakpoint
CREATE INDEX "petition_due_idx" ON "petition" USING btree ("unit_id","due_at") WHERE "petition"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "petition_remind_idx" ON "petition" USING btree ("next_remind_at","unit_id") WHERE "petition"."next_remind_at" is not null;
--> statement-breakpoint
ALTER TABLE petition ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY petition_unit ON petition TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE petition_reader ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition_reader FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY petition_reader_unit ON petition_reader TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE petition_bar ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition_bar FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY petition_bar_unit ON petition_bar TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE petition_paper ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition_paper FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Being in the unit is not enough: who reads is named for the kind and not barred from this one.
CREATE POLICY petition_paper_reader ON petition_paper FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)
    AND EXISTS (SELECT FROM petition p JOIN petition_reader r ON r.unit_id = p.unit_id AND p.kind = ANY (r.kinds) AND r.ended_at IS NULL
      WHERE p.unit_id = petition_paper.unit_id AND p.id = petition_paper.petition_id
        AND r.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid))
    AND NOT EXISTS (SELECT FROM petition_bar b WHERE b.unit_id = petition_paper.unit_id AND b.petition_id = petition_paper.petition_id
      AND b.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY petition_paper_taken ON petition_paper FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE petition_step ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition_step FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY petition_step_reader ON petition_step FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)
    AND EXISTS (SELECT FROM petition p JOIN petition_reader r ON r.unit_id = p.unit_id AND p.kind = ANY (r.kinds) AND r.ended_at IS NULL
      WHERE p.unit_id = petition_step.unit_id AND p.id = petition_step.petition_id
        AND r.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid))
    AND NOT EXISTS (SELECT FROM petition_bar b WHERE b.unit_id = petition_step.unit_id AND b.petition_id = petition_step.petition_id
      AND b.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid)));
--> statement-breakpoint
-- The sender who has the code follows this one petition.
CREATE POLICY petition_step_sender ON petition_step FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)
    AND petition_id = (select nullif(current_setting('app.petition_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY petition_step_taken ON petition_step FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY petition_step_back ON petition_step FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- A line of the register keeps its number, its way in and its day; what was written stays as it was written.
GRANT SELECT, INSERT ON petition, petition_reader, petition_bar, petition_paper, petition_step TO gandan_app;
--> statement-breakpoint
GRANT UPDATE (kind, state, passed_on_at, accepted_at, resolved_at, ended_at, extensions, last_seq, next_step, due_at, next_remind_at) ON petition TO gandan_app;
--> statement-breakpoint
GRANT UPDATE (taken_back_at, taken_back_by) ON petition_step TO gandan_app;
--> statement-breakpoint
GRANT UPDATE (ended_by, ended_at) ON petition_reader TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id, next_remind_at) ON petition TO gandan_worker;
--> statement-breakpoint
CREATE POLICY petition_work ON petition FOR SELECT TO gandan_worker
  USING (true);
