CREATE TABLE "feedback_contact" (
	"unit_id" uuid NOT NULL,
	"feedback_id" uuid NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	CONSTRAINT "feedback_contact_unit_id_feedback_id_pk" PRIMARY KEY("unit_id","feedback_id")
);
--> statement-breakpoint
CREATE TABLE "feedback_event" (
	"unit_id" uuid NOT NULL,
	"feedback_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "feedback_event_unit_id_feedback_id_seq_pk" PRIMARY KEY("unit_id","feedback_id","seq")
);
--> statement-breakpoint
CREATE TABLE "feedback_photo" (
	"unit_id" uuid NOT NULL,
	"feedback_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "feedback_photo_unit_id_feedback_id_place_pk" PRIMARY KEY("unit_id","feedback_id","place")
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"unit_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"topic" text NOT NULL,
	"text" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"seq" integer DEFAULT 1 NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"waits_since" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"needs_answer" boolean NOT NULL,
	"reason" text,
	"assigned_to" uuid,
	"letter_id" uuid,
	"has_contact" boolean NOT NULL,
	"photos" integer DEFAULT 0 NOT NULL,
	"search" text NOT NULL,
	"next_remind_at" timestamp with time zone,
	CONSTRAINT "feedback_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "feedback_number_key" UNIQUE("unit_id","year","number")
);
--> statement-breakpoint
ALTER TABLE "notice" ALTER COLUMN "dossier_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "area" text DEFAULT 'dossier' NOT NULL;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "subject_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "feedback_contact" ADD CONSTRAINT "feedback_contact_fk" FOREIGN KEY ("unit_id","feedback_id") REFERENCES "public"."feedback"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_event" ADD CONSTRAINT "feedback_event_fk" FOREIGN KEY ("unit_id","feedback_id") REFERENCES "public"."feedback"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_photo" ADD CONSTRAINT "feedback_photo_fk" FOREIGN KEY ("unit_id","feedback_id") REFERENCES "public"."feedback"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_state_idx" ON "feedback" USING btree ("unit_id","state","due_at");--> statement-breakpoint
CREATE INDEX "feedback_received_idx" ON "feedback" USING btree ("unit_id","received_at","id");--> statement-breakpoint
CREATE INDEX "feedback_remind_idx" ON "feedback" USING btree ("next_remind_at","unit_id") WHERE "feedback"."next_remind_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_subject_key" ON "notice" USING btree ("unit_id","area","subject_id","kind","at") WHERE "notice"."subject_id" is not null;
--> statement-breakpoint
ALTER TABLE feedback ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE feedback FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY feedback_unit ON feedback TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE feedback_contact ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE feedback_contact FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY feedback_contact_unit ON feedback_contact TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE feedback_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE feedback_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY feedback_event_unit ON feedback_event TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE feedback_photo ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE feedback_photo FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY feedback_photo_unit ON feedback_photo TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON feedback TO gandan_app;
--> statement-breakpoint
-- What happened and what was sent stays; who sent it goes when they ask for it.
GRANT SELECT, INSERT ON feedback_event, feedback_photo TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON feedback_contact TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id, next_remind_at) ON feedback TO gandan_worker;
--> statement-breakpoint
CREATE POLICY feedback_work ON feedback FOR SELECT TO gandan_worker
  USING (true);
