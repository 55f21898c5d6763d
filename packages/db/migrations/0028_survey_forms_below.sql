-- An open form does not change under its answers: the application may close and open it, nothing else of it.
REVOKE UPDATE ON survey_form FROM gandan_app;
--> statement-breakpoint
GRANT UPDATE (closed_on, closed_by) ON survey_form TO gandan_app;
--> statement-breakpoint
-- A code that hangs somewhere stays what it is.
REVOKE UPDATE ON survey_point FROM gandan_app;
--> statement-breakpoint
GRANT UPDATE (form_slug, label, retired_at) ON survey_point TO gandan_app;
--> statement-breakpoint
-- Offices above see which forms were open in the time in which a unit was theirs, and print the codes of its points today.
GRANT SELECT (unit_id, id, slug, version, title, source, origin, checksum, min_cell, opened_on, closed_on) ON survey_form TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY survey_form_scope ON survey_form FOR SELECT TO gandan_oversight
  USING ((SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = survey_form.unit_id) && daterange(survey_form.opened_on, survey_form.closed_on, '[]'));
--> statement-breakpoint
GRANT SELECT (unit_id, id, code, form_slug, label, kind, retired_at) ON survey_point TO gandan_oversight;
--> statement-breakpoint
CREATE POLICY survey_point_scope ON survey_point FOR SELECT TO gandan_oversight
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND depth > 0 AND (valid_to IS NULL OR valid_to > (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)));
