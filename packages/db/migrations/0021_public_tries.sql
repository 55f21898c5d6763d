CREATE TABLE "public_try" (
	"unit_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"area" text NOT NULL,
	"mark" text NOT NULL,
	"tries" integer NOT NULL,
	CONSTRAINT "public_try_unit_id_since_area_mark_pk" PRIMARY KEY("unit_id","since","area","mark")
);
--> statement-breakpoint
ALTER TABLE "public_try" ADD CONSTRAINT "public_try_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE public_try ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE public_try FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY public_try_unit ON public_try TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON public_try TO gandan_app;
