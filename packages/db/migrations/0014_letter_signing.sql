CREATE TABLE "delegation" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"position" text NOT NULL,
	"title" text NOT NULL,
	"reference" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"ended_by" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegation_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_batch" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"signed" integer NOT NULL,
	"refused" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "letter_batch_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "letter_delivery" (
	"unit_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"outcome" text NOT NULL,
	"how" text,
	"at" timestamp with time zone NOT NULL,
	"stated_at" timestamp with time zone,
	"actor" text NOT NULL,
	"note" text,
	CONSTRAINT "letter_delivery_unit_id_letter_id_seq_pk" PRIMARY KEY("unit_id","letter_id","seq")
);
--> statement-breakpoint
CREATE TABLE "letter_making" (
	"unit_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"proof" text NOT NULL,
	"template" text NOT NULL,
	"document" jsonb NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"made_at" timestamp with time zone,
	"problem" text,
	"tries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "letter_making_unit_id_letter_id_pk" PRIMARY KEY("unit_id","letter_id"),
	CONSTRAINT "letter_making_proof_key" UNIQUE("unit_id","proof")
);
--> statement-breakpoint
ALTER TABLE "letter" DROP CONSTRAINT "letter_number_key";--> statement-breakpoint
ALTER TABLE "letter_register" ADD COLUMN "register" text DEFAULT 'letters' NOT NULL;--> statement-breakpoint
ALTER TABLE "letter_register" DROP CONSTRAINT "letter_register_unit_id_year_pk";--> statement-breakpoint
ALTER TABLE "letter_register" ADD CONSTRAINT "letter_register_unit_id_year_register_pk" PRIMARY KEY("unit_id","year","register");--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "checked_by" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "register" text DEFAULT 'letters' NOT NULL;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_batch" ADD CONSTRAINT "letter_batch_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_delivery" ADD CONSTRAINT "letter_delivery_letter_fk" FOREIGN KEY ("unit_id","letter_id") REFERENCES "public"."letter"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_making" ADD CONSTRAINT "letter_making_letter_fk" FOREIGN KEY ("unit_id","letter_id") REFERENCES "public"."letter"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_staff_idx" ON "delegation" USING btree ("unit_id","staff_id","valid_to");--> statement-breakpoint
CREATE INDEX "letter_making_waiting_idx" ON "letter_making" USING btree ("unit_id","asked_at") WHERE "letter_making"."made_at" is null;--> statement-breakpoint
CREATE INDEX "letter_batch_idx" ON "letter" USING btree ("unit_id","batch_id");--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_number_key" UNIQUE("unit_id","year","register","number");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON delegation TO gandan_app;
--> statement-breakpoint
ALTER TABLE delegation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE delegation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY delegation_unit ON delegation TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT ON letter_batch TO gandan_app;
--> statement-breakpoint
ALTER TABLE letter_batch ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_batch FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_batch_unit ON letter_batch TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letter_making TO gandan_app;
--> statement-breakpoint
ALTER TABLE letter_making ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_making FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_making_unit ON letter_making TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT ON letter_delivery TO gandan_app;
--> statement-breakpoint
ALTER TABLE letter_delivery ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_delivery FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_delivery_unit ON letter_delivery TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- Which units wait for files of letters, and nothing of what they say.
GRANT SELECT (unit_id, letter_id, asked_at, made_at, tries) ON letter_making TO gandan_worker;
--> statement-breakpoint
CREATE POLICY letter_making_work ON letter_making FOR SELECT TO gandan_worker
  USING (true);
