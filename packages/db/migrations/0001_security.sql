-- The apps: neither owner nor superuser.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gandan_app') THEN
    CREATE ROLE gandan_app NOLOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
-- The owner may become it, yet does not see through its policies.
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT gandan_app TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
--> statement-breakpoint
-- Reads roll-ups and what the register shows, of units below its own.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gandan_oversight') THEN
    CREATE ROLE gandan_oversight NOLOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT gandan_oversight TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
--> statement-breakpoint
-- Sees which units have work waiting, and nothing of it.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gandan_worker') THEN
    CREATE ROLE gandan_worker NOLOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    GRANT gandan_worker TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO gandan_app, gandan_oversight, gandan_worker;
--> statement-breakpoint
-- The queue's tables come later, from the owner; the apps enqueue inside their own transactions.
CREATE SCHEMA IF NOT EXISTS pgboss;
--> statement-breakpoint
GRANT USAGE ON SCHEMA pgboss TO gandan_app, gandan_worker;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gandan_app, gandan_worker;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA pgboss GRANT EXECUTE ON FUNCTIONS TO gandan_app, gandan_worker;
--> statement-breakpoint
-- Catalogues.
GRANT SELECT ON unit, unit_name, unit_parent, unit_ancestors, unit_succession, procedure, calendar_layer TO gandan_app, gandan_oversight, gandan_worker;
--> statement-breakpoint
-- People and sessions: read by the rooms of sign-in only.
GRANT SELECT, INSERT, UPDATE ON staff, staff_role TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO gandan_app;
--> statement-breakpoint
-- Tenant tables. No DELETE where history must stay.
GRANT SELECT, INSERT, UPDATE ON model TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON model_version TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON adoption TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON registration TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON yardstick_application TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON dossier TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON dossier_event TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON dossier_outcome TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON rollup_dirty TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_day TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_month TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rollup_reason TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON import_run TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON index_frame TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON index_entry TO gandan_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_log TO gandan_app;
--> statement-breakpoint
GRANT SELECT ON model, model_version, adoption, registration, yardstick_application, rollup_day, rollup_month, rollup_reason, index_frame, index_entry TO gandan_oversight;
--> statement-breakpoint
GRANT SELECT (unit_id, id, day, at) ON rollup_dirty TO gandan_worker;
--> statement-breakpoint
GRANT SELECT (unit_id, next_judge_at) ON dossier TO gandan_worker;
--> statement-breakpoint
GRANT SELECT (unit_id, id, state, created_at) ON import_run TO gandan_worker;
--> statement-breakpoint
ALTER TABLE model ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE model FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE model_version ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE model_version FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE adoption ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE adoption FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE registration ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE registration FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE yardstick_application ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE yardstick_application FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier_event ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier_event FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier_outcome ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE dossier_outcome FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_dirty ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_dirty FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_day ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_day FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_month ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_month FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_reason ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rollup_reason FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_frame ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_frame FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_entry ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE index_entry FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_log FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY adoption_unit ON adoption TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY registration_unit ON registration TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY dossier_unit ON dossier TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY dossier_event_unit ON dossier_event TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY dossier_outcome_unit ON dossier_outcome TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY rollup_dirty_unit ON rollup_dirty TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY rollup_day_unit ON rollup_day TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY rollup_month_unit ON rollup_month TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY rollup_reason_unit ON rollup_reason TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY import_mapping_unit ON import_mapping TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY import_run_unit ON import_run TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_entry_unit ON index_entry TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY audit_log_unit ON audit_log TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- Own rows, and those of units above and of the library.
CREATE POLICY model_read ON model FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY model_read_above ON model FOR SELECT TO gandan_app
  USING ((select nullif(current_setting('app.unit_id', true), '')::uuid) IS NOT NULL AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY model_add ON model FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY model_change ON model FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY model_version_read ON model_version FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY model_version_read_above ON model_version FOR SELECT TO gandan_app
  USING ((select nullif(current_setting('app.unit_id', true), '')::uuid) IS NOT NULL AND state = 'published' AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY model_version_add ON model_version FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
-- A published version stays as it is.
CREATE POLICY model_version_change ON model_version FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND state = 'draft')
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY yardstick_application_read ON yardstick_application FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY yardstick_application_read_above ON yardstick_application FOR SELECT TO gandan_app
  USING ((select nullif(current_setting('app.unit_id', true), '')::uuid) IS NOT NULL AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY yardstick_application_add ON yardstick_application FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY yardstick_application_change ON yardstick_application FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_frame_read ON index_frame FOR SELECT TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_frame_read_above ON index_frame FOR SELECT TO gandan_app
  USING ((select nullif(current_setting('app.unit_id', true), '')::uuid) IS NOT NULL AND state = 'published' AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.unit_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY index_frame_add ON index_frame FOR INSERT TO gandan_app
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY index_frame_change ON index_frame FOR UPDATE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND state = 'draft')
  WITH CHECK (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY model_version_drop_draft ON model_version FOR DELETE TO gandan_app
  USING (unit_id = (select nullif(current_setting('app.unit_id', true), '')::uuid) AND state = 'draft');
--> statement-breakpoint
CREATE POLICY model_oversight ON model FOR SELECT TO gandan_oversight
  USING ((unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY model_oversight_above ON model FOR SELECT TO gandan_oversight
  USING ((select nullif(current_setting('app.scope_id', true), '')::uuid) IS NOT NULL AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY model_version_oversight ON model_version FOR SELECT TO gandan_oversight
  USING (state = 'published' AND (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY model_version_oversight_above ON model_version FOR SELECT TO gandan_oversight
  USING ((select nullif(current_setting('app.scope_id', true), '')::uuid) IS NOT NULL AND state = 'published' AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
-- Oversight: the scope's own unit and all below it.
CREATE POLICY adoption_oversight ON adoption FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY registration_oversight ON registration FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY yardstick_application_oversight ON yardstick_application FOR SELECT TO gandan_oversight
  USING ((unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY yardstick_application_oversight_above ON yardstick_application FOR SELECT TO gandan_oversight
  USING ((select nullif(current_setting('app.scope_id', true), '')::uuid) IS NOT NULL AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY rollup_day_oversight ON rollup_day FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY rollup_month_oversight ON rollup_month FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY rollup_reason_oversight ON rollup_reason FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY index_frame_oversight ON index_frame FOR SELECT TO gandan_oversight
  USING (state = 'published' AND (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY index_frame_oversight_above ON index_frame FOR SELECT TO gandan_oversight
  USING ((select nullif(current_setting('app.scope_id', true), '')::uuid) IS NOT NULL AND state = 'published' AND (unit_id = '00000000-0000-4000-8000-000000000001' OR unit_id IN (SELECT ancestor_id FROM unit_ancestors WHERE descendant_id = (select nullif(current_setting('app.scope_id', true), '')::uuid))));
--> statement-breakpoint
CREATE POLICY index_entry_oversight ON index_entry FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid)));
--> statement-breakpoint
CREATE POLICY rollup_dirty_work ON rollup_dirty FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
CREATE POLICY dossier_work ON dossier FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
CREATE POLICY import_run_work ON import_run FOR SELECT TO gandan_worker
  USING (true);
--> statement-breakpoint
-- The operator's unit keeps the library.
INSERT INTO unit (id, level, slug, valid_from) VALUES ('00000000-0000-4000-8000-000000000001', 'operator', 'gan-dan', '1900-01-01');
--> statement-breakpoint
INSERT INTO unit_name (unit_id, valid_from, code, name, type) VALUES ('00000000-0000-4000-8000-000000000001', '1900-01-01', 'GANDAN', 'Gần Dân', 'hệ thống');
--> statement-breakpoint
INSERT INTO unit_ancestors (ancestor_id, descendant_id, valid_from, depth) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', '1900-01-01', 0);
