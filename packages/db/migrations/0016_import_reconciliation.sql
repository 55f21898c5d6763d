CREATE TABLE "import_difference" (
	"unit_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"entry" text NOT NULL,
	"why" text NOT NULL,
	"own_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"own" jsonb,
	"told" jsonb,
	"own_recorded_at" timestamp with time zone,
	"choice" text,
	CONSTRAINT "import_difference_unit_id_run_id_dossier_id_place_pk" PRIMARY KEY("unit_id","run_id","dossier_id","place")
);
--> statement-breakpoint
CREATE TABLE "import_match" (
	"unit_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"external_code" text NOT NULL,
	"dossier_id" uuid,
	"procedure_code" text NOT NULL,
	"received_on" date NOT NULL,
	CONSTRAINT "import_match_unit_id_run_id_kind_external_code_pk" PRIMARY KEY("unit_id","run_id","kind","external_code")
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "rows_contradicting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "rows_missing" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_difference" ADD CONSTRAINT "import_difference_run_fk" FOREIGN KEY ("unit_id","run_id") REFERENCES "public"."import_run"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_match" ADD CONSTRAINT "import_match_run_fk" FOREIGN KEY ("unit_id","run_id") REFERENCES "public"."import_run"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_difference_dossier_idx" ON "import_difference" USING btree ("unit_id","dossier_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_match, import_difference TO gandan_app;
--> statement-breakpoint
ALTER TABLE import_match ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_match FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY import_match_unit ON import_match TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE import_difference ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_difference FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY import_difference_unit ON import_difference TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
