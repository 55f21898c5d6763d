import type { Sql, TransactionSql } from "postgres";
import type { UnitLevel } from "../schema/unit";

export interface UnitInfo {
  id: string;
  level: UnitLevel;
  slug: string;
  code: string;
  name: string;
  /** "xã", "phường", "tỉnh", "phòng" … */
  type: string;
  validFrom: string;
  /** First day on which it is no more; null while it goes on. */
  validTo: string | null;
  /** The unit above on that day, or on its last day when it has ended. */
  parentId: string | null;
}

type AnySql = Sql | TransactionSql;

/** Columns of UnitInfo for `unit`, with name and parent of the day `on`; those of the last days for an ended unit. */
function info(sql: AnySql, on: string) {
  return sql`
    unit.id, unit.level, unit.slug, name.code, name.name, name.type, unit.valid_from as "validFrom",
    unit.valid_to as "validTo",
    (select parent_id from unit_parent where unit_id = unit.id
      order by valid_from <= ${on}::date desc, valid_from desc limit 1) as "parentId"`;
}

function names(sql: AnySql, on: string) {
  return sql`
    cross join lateral (select code, name, type from unit_name where unit_id = unit.id
      order by valid_from <= ${on}::date desc, valid_from desc limit 1) name`;
}

/** The unit of an id, named as on the day `on` ("YYYY-MM-DD"); null when there is none. */
export async function unitById(sql: AnySql, id: string, on: string): Promise<UnitInfo | null> {
  const [row] = await sql<UnitInfo[]>`select ${info(sql, on)} from unit ${names(sql, on)} where unit.id = ${id}`;
  return row ?? null;
}

/** The unit that has the official code on the day `on`: codes were used again in July 2025. Null when there is none. */
export async function unitByCode(sql: AnySql, code: string, on: string): Promise<UnitInfo | null> {
  const [row] = await sql<UnitInfo[]>`
    select ${info(sql, on)} from unit ${names(sql, on)}
    where unit.id = (select unit_id from unit_name where unit_name.code = ${code} and valid_from <= ${on}::date
      and (valid_to is null or ${on}::date < valid_to) order by valid_from desc, unit_id limit 1)`;
  return row ?? null;
}

/** The unit of an address, named as on the day `on`; null when there is none. */
export async function unitBySlug(sql: AnySql, slug: string, on: string): Promise<UnitInfo | null> {
  const [row] = await sql<UnitInfo[]>`select ${info(sql, on)} from unit ${names(sql, on)} where unit.slug = ${slug}`;
  return row ?? null;
}

/** All units below a unit on the day `on`, near ones first, then by name; with `level` only those. Not the unit itself. */
export async function descendantsOf(sql: AnySql, id: string, on: string, level?: UnitLevel): Promise<UnitInfo[]> {
  return sql<UnitInfo[]>`
    select ${info(sql, on)} from unit_ancestors way join unit on unit.id = way.descendant_id ${names(sql, on)}
    where way.ancestor_id = ${id} and way.depth > 0 and way.valid_from <= ${on}::date
      and (way.valid_to is null or ${on}::date < way.valid_to)
      ${level ? sql`and unit.level = ${level}` : sql``}
    order by way.depth, unit.slug`;
}

/** All units above a unit on the day `on`, nearest first. Not the unit itself. */
export async function ancestorsOf(sql: AnySql, id: string, on: string): Promise<UnitInfo[]> {
  return sql<UnitInfo[]>`
    select ${info(sql, on)} from unit_ancestors way join unit on unit.id = way.ancestor_id ${names(sql, on)}
    where way.descendant_id = ${id} and way.depth > 0 and way.valid_from <= ${on}::date
      and (way.valid_to is null or ${on}::date < way.valid_to)
    order by way.depth`;
}

export interface SuccessionInfo extends UnitInfo {
  at: string;
  /** The predecessor was divided among several. */
  partial: boolean;
}

const LATEST = "9999-12-31";

/** What a unit went over into, by its latest name. */
export async function successorsOf(sql: AnySql, id: string): Promise<SuccessionInfo[]> {
  return sql<SuccessionInfo[]>`
    select ${info(sql, LATEST)}, succession.at, succession.partial
    from unit_succession succession join unit on unit.id = succession.successor_id ${names(sql, LATEST)}
    where succession.predecessor_id = ${id} order by unit.slug`;
}

/** What a unit came out of, by its latest name. */
export async function predecessorsOf(sql: AnySql, id: string): Promise<SuccessionInfo[]> {
  return sql<SuccessionInfo[]>`
    select ${info(sql, LATEST)}, succession.at, succession.partial
    from unit_succession succession join unit on unit.id = succession.predecessor_id ${names(sql, LATEST)}
    where succession.successor_id = ${id} order by unit.slug`;
}
