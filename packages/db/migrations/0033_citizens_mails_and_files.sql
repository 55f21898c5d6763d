CREATE TABLE "feedback_mail" (
	"unit_id" uuid NOT NULL,
	"feedback_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "feedback_mail_unit_id_feedback_id_seq_pk" PRIMARY KEY("unit_id","feedback_id","seq")
);
--> statement-breakpoint
CREATE TABLE "petition_file" (
	"unit_id" uuid NOT NULL,
	"petition_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"label" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "petition_file_unit_id_petition_id_place_pk" PRIMARY KEY("unit_id","petition_id","place")
);
--> statement-breakpoint
ALTER TABLE "feedback_contact" ADD COLUMN "language" text DEFAULT 'vi' NOT NULL;--> statement-breakpoint
ALTER TABLE "petition" ADD COLUMN "files" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback_mail" ADD CONSTRAINT "feedback_mail_fk" FOREIGN KEY ("unit_id","feedback_id") REFERENCES "public"."feedback"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_file" ADD CONSTRAINT "petition_file_fk" FOREIGN KEY ("unit_id","petition_id") REFERENCES "public"."petition"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_mail_waiting_idx" ON "feedback_mail" USING btree ("send_at","unit_id") WHERE "feedback_mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "feedback_mail_created_idx" ON "feedback_mail" USING btree ("unit_id","created_at");
--> statement-breakpoint
ALTER TABLE feedback_mail ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE feedback_mail FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY feedback_mail_unit ON feedback_mail TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON feedback_mail TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id, feedback_id, seq, state, send_at) ON feedback_mail TO gandan_worker;
--> statement-breakpoint
CREATE POLICY feedback_mail_work ON feedback_mail FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
ALTER TABLE petition_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE petition_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- As the paper it came with: shown to who is named for the kind and not barred from this one.
CREATE POLICY petition_file_reader ON petition_file FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid)
    AND EXISTS (SELECT FROM petition p JOIN petition_reader r ON r.unit_id = p.unit_id AND p.kind = ANY (r.kinds) AND r.ended_at IS NULL
      WHERE p.unit_id = petition_file.unit_id AND p.id = petition_file.petition_id
        AND r.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid))
    AND NOT EXISTS (SELECT FROM petition_bar b WHERE b.unit_id = petition_file.unit_id AND b.petition_id = petition_file.petition_id
      AND b.staff_id = (select nullif(current_setting('app.reader_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY petition_file_taken ON petition_file FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- What was sent stays as it was sent.
GRANT SELECT, INSERT ON petition_file TO gandan_app;
