CREATE TABLE "adoption" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_unit_id" uuid,
	"model_id" uuid,
	"own_name" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"basis" text,
	"reference" text,
	"declined_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text,
	CONSTRAINT "adoption_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "adoption_model_or_declined" CHECK (("adoption"."model_id" is null) = ("adoption"."declined_reason" is not null)),
	CONSTRAINT "adoption_model_owner" CHECK (("adoption"."model_id" is null) = ("adoption"."model_unit_id" is null))
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"unit_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"details" jsonb NOT NULL,
	"prev_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_log_unit_id_seq_pk" PRIMARY KEY("unit_id","seq")
);
--> statement-breakpoint
CREATE TABLE "calendar_layer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"unit_id" uuid,
	"title" text NOT NULL,
	"source" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossier_event" (
	"unit_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"actor" text,
	"source" text NOT NULL,
	"fact" jsonb NOT NULL,
	CONSTRAINT "dossier_event_unit_id_dossier_id_seq_pk" PRIMARY KEY("unit_id","dossier_id","seq")
);
--> statement-breakpoint
CREATE TABLE "dossier_outcome" (
	"unit_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"bits" bigint NOT NULL,
	"pending" boolean NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "dossier_outcome_unit_id_dossier_id_version_id_pk" PRIMARY KEY("unit_id","dossier_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"external_code" text NOT NULL,
	"received_on" date NOT NULL,
	"procedure_code" text NOT NULL,
	"procedure_group" text NOT NULL,
	"channel" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"state" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"promised_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"handed_over_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"paused_minutes" integer DEFAULT 0 NOT NULL,
	"paused_since" timestamp with time zone,
	"supplement_requests" integer DEFAULT 0 NOT NULL,
	"reappointments" integer DEFAULT 0 NOT NULL,
	"apology_at" timestamp with time zone,
	"apology_fields" text[] DEFAULT '{}' NOT NULL,
	"apology_signer" text,
	"letters" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"applicant_name" text,
	"phone" text,
	"officer" text,
	"last_seq" integer NOT NULL,
	"next_judge_at" timestamp with time zone,
	"own_version_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dossier_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "dossier_external_code_key" UNIQUE("unit_id","external_code")
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" text,
	CONSTRAINT "import_mapping_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "import_mapping_name_key" UNIQUE("unit_id","name")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"file_path" text,
	"mapping" jsonb NOT NULL,
	"state" text NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"rows_new" integer DEFAULT 0 NOT NULL,
	"rows_changed" integer DEFAULT 0 NOT NULL,
	"rows_same" integer DEFAULT 0 NOT NULL,
	"rows_in_error" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_run_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "index_entry" (
	"unit_id" uuid NOT NULL,
	"frame_id" uuid NOT NULL,
	"leaf" text NOT NULL,
	"points" numeric,
	"value" jsonb,
	"note" text,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "index_entry_unit_id_frame_id_leaf_pk" PRIMARY KEY("unit_id","frame_id","leaf")
);
--> statement-breakpoint
CREATE TABLE "index_frame" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"source" jsonb NOT NULL,
	"yaml" text NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "index_frame_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "index_frame_slug_key" UNIQUE("unit_id","slug","year")
);
--> statement-breakpoint
CREATE TABLE "model_version" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"source" jsonb NOT NULL,
	"yaml" text NOT NULL,
	"checksum" text NOT NULL,
	"dossier_rule_ids" text[] DEFAULT '{}' NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"note" text,
	"published_at" timestamp with time zone,
	"published_by" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_version_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "model_version_number_key" UNIQUE("unit_id","model_id","version")
);
--> statement-breakpoint
CREATE TABLE "model" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"extends_unit_id" uuid,
	"extends_model_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "model_unit_id_id_pk" PRIMARY KEY("unit_id","id"),
	CONSTRAINT "model_slug_key" UNIQUE("unit_id","slug")
);
--> statement-breakpoint
CREATE TABLE "procedure" (
	"code" text NOT NULL,
	"effective_from" date NOT NULL,
	"name" text NOT NULL,
	"procedure_group" text NOT NULL,
	"term" text,
	"fee" numeric,
	"source" text,
	"confidence" text NOT NULL,
	CONSTRAINT "procedure_code_effective_from_pk" PRIMARY KEY("code","effective_from")
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"unit_id" uuid NOT NULL,
	"adoption_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"mode" text NOT NULL,
	CONSTRAINT "registration_unit_id_adoption_id_procedure_code_mode_pk" PRIMARY KEY("unit_id","adoption_id","procedure_code","mode")
);
--> statement-breakpoint
CREATE TABLE "rollup_day" (
	"unit_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"dossiers" integer NOT NULL,
	"met" integer[] NOT NULL,
	"missed" integer[] NOT NULL,
	"pending" integer[] NOT NULL,
	"not_applicable" integer[] NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "rollup_day_unit_id_version_id_day_pk" PRIMARY KEY("unit_id","version_id","day")
);
--> statement-breakpoint
CREATE TABLE "rollup_dirty" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"day" date NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rollup_dirty_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
CREATE TABLE "rollup_month" (
	"unit_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"dossiers" integer NOT NULL,
	"met" integer[] NOT NULL,
	"missed" integer[] NOT NULL,
	"pending" integer[] NOT NULL,
	"not_applicable" integer[] NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"month" date NOT NULL,
	CONSTRAINT "rollup_month_unit_id_version_id_month_pk" PRIMARY KEY("unit_id","version_id","month")
);
--> statement-breakpoint
CREATE TABLE "rollup_reason" (
	"unit_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"month" date NOT NULL,
	"rule_id" text NOT NULL,
	"reason" text NOT NULL,
	"procedure_group" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "rollup_reason_unit_id_version_id_month_rule_id_reason_procedure_group_pk" PRIMARY KEY("unit_id","version_id","month","rule_id","reason","procedure_group")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"user_agent" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "staff_role" (
	"staff_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "staff_role_staff_id_unit_id_role_valid_from_pk" PRIMARY KEY("staff_id","unit_id","role","valid_from")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sign_in_name" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"language" text DEFAULT 'vi' NOT NULL,
	"factors" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"failed_attempts" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_signInName_unique" UNIQUE("sign_in_name")
);
--> statement-breakpoint
CREATE TABLE "unit_ancestors" (
	"ancestor_id" uuid NOT NULL,
	"descendant_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"depth" integer NOT NULL,
	CONSTRAINT "unit_ancestors_ancestor_id_descendant_id_valid_from_pk" PRIMARY KEY("ancestor_id","descendant_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "unit_name" (
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	CONSTRAINT "unit_name_unit_id_valid_from_pk" PRIMARY KEY("unit_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "unit_parent" (
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"parent_id" uuid NOT NULL,
	CONSTRAINT "unit_parent_unit_id_valid_from_pk" PRIMARY KEY("unit_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "unit_succession" (
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"at" date NOT NULL,
	"partial" boolean NOT NULL,
	CONSTRAINT "unit_succession_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"slug" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "unit_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "yardstick_application" (
	"unit_id" uuid NOT NULL,
	"id" uuid DEFAULT uuidv7() NOT NULL,
	"model_unit_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"basis" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" text,
	CONSTRAINT "yardstick_application_unit_id_id_pk" PRIMARY KEY("unit_id","id")
);
--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_layer" ADD CONSTRAINT "calendar_layer_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_event" ADD CONSTRAINT "dossier_event_dossier_fk" FOREIGN KEY ("unit_id","dossier_id") REFERENCES "public"."dossier"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_outcome" ADD CONSTRAINT "dossier_outcome_dossier_fk" FOREIGN KEY ("unit_id","dossier_id") REFERENCES "public"."dossier"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_frame" ADD CONSTRAINT "index_frame_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_model_fk" FOREIGN KEY ("unit_id","model_id") REFERENCES "public"."model"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model" ADD CONSTRAINT "model_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_adoption_fk" FOREIGN KEY ("unit_id","adoption_id") REFERENCES "public"."adoption"("unit_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_ancestors" ADD CONSTRAINT "unit_ancestors_ancestor_id_unit_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_ancestors" ADD CONSTRAINT "unit_ancestors_descendant_id_unit_id_fk" FOREIGN KEY ("descendant_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_name" ADD CONSTRAINT "unit_name_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_parent" ADD CONSTRAINT "unit_parent_parent_id_unit_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_predecessor_id_unit_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_successor_id_unit_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yardstick_application" ADD CONSTRAINT "yardstick_application_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_from_idx" ON "adoption" USING btree ("unit_id","valid_from");--> statement-breakpoint
CREATE INDEX "dossier_outcome_version_idx" ON "dossier_outcome" USING btree ("unit_id","version_id");--> statement-breakpoint
CREATE INDEX "dossier_received_idx" ON "dossier" USING btree ("unit_id","received_on" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "dossier_open_due_idx" ON "dossier" USING btree ("unit_id","due_at") WHERE "dossier"."finished_at" is null and "dossier"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "dossier_not_closed_idx" ON "dossier" USING btree ("unit_id","finished_at") WHERE "dossier"."finished_at" is not null and "dossier"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "dossier_next_judge_idx" ON "dossier" USING btree ("next_judge_at","unit_id") WHERE "dossier"."next_judge_at" is not null;--> statement-breakpoint
CREATE INDEX "import_run_created_idx" ON "import_run" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE INDEX "model_version_force_idx" ON "model_version" USING btree ("unit_id","model_id","effective_from");--> statement-breakpoint
CREATE INDEX "session_staff_idx" ON "session" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_role_unit_idx" ON "staff_role" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "unit_ancestors_descendant_idx" ON "unit_ancestors" USING btree ("descendant_id");--> statement-breakpoint
CREATE INDEX "unit_name_code_idx" ON "unit_name" USING btree ("code","valid_from");--> statement-breakpoint
CREATE INDEX "unit_parent_parent_idx" ON "unit_parent" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "unit_succession_successor_idx" ON "unit_succession" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "unit_level_idx" ON "unit" USING btree ("level");