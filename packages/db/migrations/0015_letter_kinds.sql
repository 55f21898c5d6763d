CREATE TABLE "delay_cause" (
	"unit_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"ended_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "delay_cause_unit_id_cause_pk" PRIMARY KEY("unit_id","cause")
);
--> statement-breakpoint
CREATE TABLE "letter_kind" (
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"tone" text NOT NULL,
	"occasion" text NOT NULL,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"drafting" text NOT NULL,
	"lead" text,
	"ended_at" timestamp with time zone,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "letter_kind_unit_id_kind_pk" PRIMARY KEY("unit_id","kind")
);
--> statement-breakpoint
CREATE TABLE "letter_template" (
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"source" text,
	"taken_from" integer,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" text NOT NULL,
	CONSTRAINT "letter_template_unit_id_kind_version_pk" PRIMARY KEY("unit_id","kind","version")
);
--> statement-breakpoint
ALTER TABLE "letter" ALTER COLUMN "dossier_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "dossier" ADD COLUMN "letters_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "fact" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "template_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "withdrawn_for" text;--> statement-breakpoint
ALTER TABLE "letter" ADD COLUMN "search" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "delay_cause" ADD CONSTRAINT "delay_cause_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_kind" ADD CONSTRAINT "letter_kind_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_template" ADD CONSTRAINT "letter_template_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossier_letters_idx" ON "dossier" USING btree ("letters_at","unit_id") WHERE "dossier"."letters_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "letter_fact_key" ON "letter" USING btree ("unit_id","dossier_id","kind","fact") WHERE "letter"."fact" is not null;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letter_kind TO gandan_app;
--> statement-breakpoint
-- A version of a text is written once.
GRANT SELECT, INSERT ON letter_template TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON delay_cause TO gandan_app;
--> statement-breakpoint
GRANT SELECT (unit_id, letters_at) ON dossier TO gandan_worker;
--> statement-breakpoint
ALTER TABLE letter_kind ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_kind FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_kind_unit ON letter_kind TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE letter_template ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_template FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_template_unit ON letter_template TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE delay_cause ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE delay_cause FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY delay_cause_unit ON delay_cause TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
