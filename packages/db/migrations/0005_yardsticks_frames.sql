ALTER TABLE "index_frame" DROP CONSTRAINT "index_frame_slug_key";--> statement-breakpoint
ALTER TABLE "index_frame" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "index_frame" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "index_frame" ADD COLUMN "updated_by" text;--> statement-breakpoint
ALTER TABLE "yardstick_application" ADD COLUMN "ended_id" uuid;--> statement-breakpoint
ALTER TABLE "yardstick_application" ADD COLUMN "ended_valid_to" date;--> statement-breakpoint
ALTER TABLE "index_frame" ADD CONSTRAINT "index_frame_year_key" UNIQUE("unit_id","year");
--> statement-breakpoint
-- An application that has not begun may be withdrawn; the audit keeps it.
GRANT DELETE ON yardstick_application TO gandan_app;
--> statement-breakpoint
CREATE POLICY yardstick_application_withdraw ON yardstick_application FOR DELETE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- A draft may be thrown away, a published frame taken back whole; none is changed once published.
GRANT DELETE ON index_frame TO gandan_app;
--> statement-breakpoint
CREATE POLICY index_frame_drop ON index_frame FOR DELETE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
