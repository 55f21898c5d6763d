import type { TransactionSql } from "postgres";
import { TWO_TIERS_FROM } from "./list-dates";
import type { PlannedSuccession, PlannedUnit } from "./planned-unit";
import { rebuildAncestors } from "./rebuild-ancestors";
import { unitSlug } from "./unit-slug";

interface Counts {
  added: number;
  changed: number;
}

/** Slugs for units that have none yet; where another unit has the plain one, the year of its end or beginning is added. */
async function slugsFor(sql: TransactionSql, units: readonly PlannedUnit[]): Promise<Map<string, string>> {
  const taken = new Map(
    (await sql<{ slug: string; id: string }[]>`select slug, id from unit`).map((row) => [row.slug, row.id]),
  );
  const kept = new Map([...taken].map(([slug, id]) => [id, slug]));
  return new Map(
    units.map((unit) => {
      const plain = unitSlug(unit.name, unit.code);
      const slug =
        kept.get(unit.id) ?? (taken.has(plain) ? `${plain}-${(unit.validTo ?? unit.validFrom).slice(0, 4)}` : plain);
      taken.set(slug, unit.id);
      return [unit.id, slug];
    }),
  );
}

/**
 * Writes units, names and parents set-wise, only where something differs; a unit counts once however many of its rows change.
 * Of a unit that is known, the earlier of the two beginnings holds.
 */
export async function writeUnits(sql: TransactionSql, units: readonly PlannedUnit[]): Promise<Counts> {
  const slugs = await slugsFor(sql, units);
  const rows = JSON.stringify(units.map((unit) => ({ ...unit, slug: slugs.get(unit.id) })));
  await sql`
    create temporary table planned_unit on commit drop as
    select * from jsonb_to_recordset(${rows}::text::jsonb) as unit(id uuid, level text, slug text, code text, name text,
      type text, "parentId" uuid, "validFrom" date, "validTo" date)`;
  await sql`
    update planned_unit plan set "validFrom" = unit.valid_from
    from unit where unit.id = plan.id and unit.valid_from < plan."validFrom"`;
  await sql`
    update unit_name name set valid_from = plan."validFrom"
    from planned_unit plan join unit on unit.id = plan.id
    where name.unit_id = unit.id and name.valid_from = unit.valid_from and plan."validFrom" < unit.valid_from`;
  const written = await sql<{ id: string; added: boolean }[]>`
    insert into unit (id, level, slug, valid_from, valid_to)
    select id, level, slug, "validFrom", "validTo" from planned_unit
    on conflict (id) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to
    where (unit.valid_from, unit.valid_to) is distinct from (excluded.valid_from, excluded.valid_to)
    returning id, xmax = 0 as added`;
  const named = await sql<{ id: string }[]>`
    insert into unit_name (unit_id, valid_from, valid_to, code, name, type)
    select id, "validFrom", "validTo", code, name, type from planned_unit
    on conflict (unit_id, valid_from) do update set valid_to = excluded.valid_to, name = excluded.name, type = excluded.type
    where (unit_name.valid_to, unit_name.name, unit_name.type) is distinct from (excluded.valid_to, excluded.name, excluded.type)
    returning unit_id as id`;
  const placed = await sql<{ id: string }[]>`
    insert into unit_parent (unit_id, valid_from, valid_to, parent_id)
    select id, "validFrom", "validTo", "parentId" from planned_unit where "parentId" is not null
    on conflict (unit_id, valid_from) do update set valid_to = excluded.valid_to, parent_id = excluded.parent_id
    where (unit_parent.valid_to, unit_parent.parent_id) is distinct from (excluded.valid_to, excluded.parent_id)
    returning unit_id as id`;
  await sql`drop table planned_unit`;
  const { changed: moved } = await rebuildAncestors(sql);
  const touched = new Set([...written, ...named, ...placed].map((row) => row.id));
  const added = written.filter((row) => row.added).length;
  const changed = touched.size - added;
  return { added, changed: touched.size === 0 ? moved : changed };
}

/** Writes successions of 1 July 2025, only where something differs. */
export async function writeSuccessions(
  sql: TransactionSql,
  successions: readonly PlannedSuccession[],
): Promise<Counts> {
  const rows = await sql<{ added: boolean }[]>`
    insert into unit_succession (predecessor_id, successor_id, at, partial)
    select "predecessorId", "successorId", ${TWO_TIERS_FROM}::date, partial
    from jsonb_to_recordset(${JSON.stringify(successions)}::text::jsonb)
      as link("predecessorId" uuid, "successorId" uuid, partial boolean)
    on conflict (predecessor_id, successor_id) do update set at = excluded.at, partial = excluded.partial
    where (unit_succession.at, unit_succession.partial) is distinct from (excluded.at, excluded.partial)
    returning xmax = 0 as added`;
  const added = rows.filter((row) => row.added).length;
  return { added, changed: rows.length - added };
}
