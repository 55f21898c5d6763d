ALTER TABLE "unit_ancestors" ADD COLUMN "from_start" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "unit_ancestors" ADD COLUMN "to_end" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
UPDATE unit_ancestors a SET from_start = a.valid_from = u.valid_from, to_end = a.valid_to IS NOT DISTINCT FROM u.valid_to FROM unit u WHERE u.id = a.descendant_id;
--> statement-breakpoint
-- An office sees the figures of a unit of the days on which it was above it; what lies before the unit's first day or after
-- its last goes with that day. Units that were below it all their life are known without looking at dates.
ALTER POLICY rollup_day_oversight ON rollup_day
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = rollup_day.unit_id) @> rollup_day.day);
--> statement-breakpoint
-- A month only when all of it is theirs: it cannot be divided.
ALTER POLICY rollup_month_oversight ON rollup_month
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = rollup_month.unit_id) @> daterange(rollup_month.month, (rollup_month.month + interval '1 month')::date));
--> statement-breakpoint
ALTER POLICY rollup_reason_oversight ON rollup_reason
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = rollup_reason.unit_id) @> daterange(rollup_reason.month, (rollup_reason.month + interval '1 month')::date));
--> statement-breakpoint
ALTER POLICY adoption_oversight ON adoption
  USING (unit_id IN (SELECT descendant_id FROM unit_ancestors WHERE ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND from_start AND to_end) OR (SELECT range_agg(daterange(CASE WHEN NOT a.from_start THEN a.valid_from END, CASE WHEN NOT a.to_end THEN a.valid_to END)) FROM unit_ancestors a WHERE a.ancestor_id = (select nullif(current_setting('app.scope_id', true), '')::uuid) AND a.descendant_id = adoption.unit_id) && daterange(least(adoption.valid_from, adoption.valid_to), adoption.valid_to));
