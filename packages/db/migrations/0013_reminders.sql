CREATE TABLE "notice_choice" (
	"unit_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"address" text,
	"mail_on" boolean DEFAULT false NOT NULL,
	"kinds" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choice_unit_id_staff_id_pk" PRIMARY KEY("unit_id","staff_id")
);
--> statement-breakpoint
CREATE TABLE "notice_mail_item" (
	"unit_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	CONSTRAINT "notice_mail_item_unit_id_staff_id_notice_id_pk" PRIMARY KEY("unit_id","staff_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "notice_mail" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"address" text,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "notice_mail_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_read" (
	"unit_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"batch" uuid NOT NULL,
	CONSTRAINT "notice_read_unit_id_staff_id_notice_id_pk" PRIMARY KEY("unit_id","staff_id","notice_id")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"audience" text NOT NULL,
	"staff_id" uuid,
	"issued_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "notice_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "notice_once_key" UNIQUE("unit_id","dossier_id","kind","at")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"problem" text,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "webhook_delivery_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"url" text NOT NULL,
	"secret" "bytea" NOT NULL,
	"events" text[] NOT NULL,
	"state" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "webhook_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "next_remind_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_mail_item" ADD CONSTRAINT "notice_mail_item_notice_fk" FOREIGN KEY ("unit_id","notice_id") REFERENCES "public"."notice"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_mail_item" ADD CONSTRAINT "notice_mail_item_mail_fk" FOREIGN KEY ("unit_id","mail_id") REFERENCES "public"."notice_mail"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_mail" ADD CONSTRAINT "notice_mail_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_notice_fk" FOREIGN KEY ("unit_id","notice_id") REFERENCES "public"."notice"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_dossier_fk" FOREIGN KEY ("unit_id","dossier_id") REFERENCES "public"."dossier"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_fk" FOREIGN KEY ("unit_id","webhook_id") REFERENCES "public"."webhook"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_mail_item_mail_idx" ON "notice_mail_item" USING btree ("unit_id","mail_id");--> statement-breakpoint
CREATE INDEX "notice_mail_waiting_idx" ON "notice_mail" USING btree ("send_at","unit_id") WHERE "notice_mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "notice_mail_person_idx" ON "notice_mail" USING btree ("unit_id","staff_id","created_at");--> statement-breakpoint
CREATE INDEX "notice_issued_idx" ON "notice" USING btree ("unit_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "notice_live_idx" ON "notice" USING btree ("unit_id","dossier_id") WHERE "notice"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery" USING btree ("send_at","unit_id") WHERE "webhook_delivery"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_delivery_log_idx" ON "webhook_delivery" USING btree ("unit_id","webhook_id","created_at");--> statement-breakpoint
CREATE INDEX "dossier_next_remind_idx" ON "dossier" USING btree ("next_remind_at","unit_id") WHERE "dossier"."next_remind_at" is not null;--> statement-breakpoint
-- Dossiers that were there before are looked at once by the worker, which sets their next time. The owner sees them only
-- while row-level security is not forced.
ALTER TABLE dossier NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE dossier SET next_remind_at = now()
WHERE (finished_at IS NULL AND ended_at IS NULL AND due_at IS NOT NULL AND promised_at > now() - interval '30 days')
  OR (finished_at > now() - interval '7 days' AND closed_at IS NULL);
--> statement-breakpoint
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT (next_remind_at) ON dossier TO gandan_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON notice, notice_choice, notice_mail, webhook, webhook_delivery TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_read, notice_mail_item TO gandan_app;
--> statement-breakpoint
GRANT DELETE ON webhook_delivery TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id, id, state, send_at) ON notice_mail, webhook_delivery TO gandan_worker;
--> statement-breakpoint
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notice_unit ON notice TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE notice_read ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notice_read FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notice_read_unit ON notice_read TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE notice_choice ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notice_choice FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notice_choice_unit ON notice_choice TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE notice_mail ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notice_mail FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notice_mail_unit ON notice_mail TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE notice_mail_item ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE notice_mail_item FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY notice_mail_item_unit ON notice_mail_item TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE webhook FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY webhook_unit ON webhook TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY webhook_delivery_unit ON webhook_delivery TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY notice_mail_work ON notice_mail FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
CREATE POLICY webhook_delivery_work ON webhook_delivery FOR SELECT TO gandan_worker
  USING (true);
