CREATE TABLE "procedure_guide" (
	"unit_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"papers" text NOT NULL,
	"fee" text NOT NULL,
	"note" text NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "procedure_guide_unit_id_procedure_code_pk" PRIMARY KEY("unit_id","procedure_code")
);
--> statement-breakpoint
CREATE TABLE "unit_host" (
	"unit_id" uuid NOT NULL,
	"host" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "unit_host_unit_id_host_pk" PRIMARY KEY("unit_id","host")
);
--> statement-breakpoint
CREATE TABLE "unit_seal" (
	"unit_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"image" "bytea" NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "unit_seal_unit_id_pk" PRIMARY KEY("unit_id")
);
--> statement-breakpoint
ALTER TABLE "procedure" ADD COLUMN "fee_text" text;--> statement-breakpoint
ALTER TABLE "procedure" ADD COLUMN "field" text;--> statement-breakpoint
ALTER TABLE "procedure_guide" ADD CONSTRAINT "procedure_guide_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_host" ADD CONSTRAINT "unit_host_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_seal" ADD CONSTRAINT "unit_seal_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "unit_host_host_key" ON "unit_host" USING btree ("host") WHERE confirmed_at is not null;--> statement-breakpoint
ALTER TABLE unit_host ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unit_host FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A host tells the unit, so it is read before any unit is known.
CREATE POLICY unit_host_read ON unit_host FOR SELECT TO gandan_app
  USING (true);
--> statement-breakpoint
-- Confirmed by an operator alone, as the owner: a unit cannot take the name of another by itself.
CREATE POLICY unit_host_ask ON unit_host FOR INSERT TO gandan_app
  WITH CHECK (confirmed_at IS NULL AND unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY unit_host_drop ON unit_host FOR DELETE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE unit_seal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE unit_seal FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY unit_seal_unit ON unit_seal TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE procedure_guide ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE procedure_guide FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY procedure_guide_unit ON procedure_guide TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON unit_host TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON unit_seal, procedure_guide TO gandan_app;
