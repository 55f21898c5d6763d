CREATE TABLE "import_file" (
	"unit_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	"headers" text[] NOT NULL,
	"sample" jsonb NOT NULL,
	CONSTRAINT "import_file_unit_id_run_id_pk" PRIMARY KEY("unit_id","run_id")
);
--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_run_fk" FOREIGN KEY ("unit_id","run_id") REFERENCES "public"."import_run"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" DROP COLUMN "file_path";--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON import_file TO gandan_app;
--> statement-breakpoint
ALTER TABLE import_file ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_file FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY import_file_unit ON import_file TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
