CREATE TABLE "letter_file" (
	"unit_id" uuid NOT NULL,
	"letter_id" uuid NOT NULL,
	"pdf" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"proof" text NOT NULL,
	"template" text NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "letter_file_unit_id_letter_id_pk" PRIMARY KEY("unit_id","letter_id"),
	CONSTRAINT "letter_file_proof_key" UNIQUE("unit_id","proof")
);
--> statement-breakpoint
CREATE TABLE "letter_register" (
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "letter_register_unit_id_year_pk" PRIMARY KEY("unit_id","year")
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"remark" text,
	"signed_by" text,
	"signer_role" text,
	"signed_at" timestamp with time zone,
	"year" integer,
	"number" integer,
	"delivered_how" text,
	"delivered_at" timestamp with time zone,
	"delivered_by" text,
	CONSTRAINT "letter_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "letter_number_key" UNIQUE("unit_id","year","number")
);
--> statement-breakpoint
ALTER TABLE "letter_file" ADD CONSTRAINT "letter_file_letter_fk" FOREIGN KEY ("unit_id","letter_id") REFERENCES "public"."letter"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_register" ADD CONSTRAINT "letter_register_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_dossier_fk" FOREIGN KEY ("unit_id","dossier_id") REFERENCES "public"."dossier"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "letter_live_key" ON "letter" USING btree ("unit_id","dossier_id","kind") WHERE "letter"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "letter_state_idx" ON "letter" USING btree ("unit_id","state","drafted_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letter TO gandan_app;
--> statement-breakpoint
-- The file of a signed letter is written once.
GRANT SELECT, INSERT ON letter_file TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letter_register TO gandan_app;
--> statement-breakpoint
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_unit ON letter TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE letter_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_file_unit ON letter_file TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE letter_register ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE letter_register FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY letter_register_unit ON letter_register TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
