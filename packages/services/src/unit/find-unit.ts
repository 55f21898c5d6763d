import type { LocalDate } from "@gandan/calendar/local-time";
import type { Sql } from "postgres";
import type { Databases } from "../session/open-databases";
import { localToday } from "./local-today";

/** A unit as people know it: its name and code on its last (or the current) day. */
export interface UnitFace {
  id: string;
  slug: string;
  level: string;
  type: string;
  code: string;
  name: string;
  /** The unit directly above, on the same day. */
  parentName: string | null;
  validFrom: string;
  /** First day on which it is no more; null while it exists. */
  validTo: string | null;
}

export interface Successor {
  slug: string;
  name: string;
  code: string;
  partial: boolean;
}

/** Of rows by validity the one of `today`, else the last before it: a change entered ahead waits for its day. */
const ofDay = (sql: Sql, today: LocalDate) => sql`order by valid_from > ${today}::date, valid_from desc limit 1`;

/** Selects {@link UnitFace} from `unit u`. */
const selectFace = (sql: Sql, today: LocalDate) => sql`
  select u.id, u.slug, u.level, n.type, n.code, n.name, pn.name as "parentName",
    u.valid_from as "validFrom", u.valid_to as "validTo"
  from unit u
  join lateral (select * from unit_name where unit_id = u.id ${ofDay(sql, today)}) n on true
  left join lateral (select parent_id from unit_parent where unit_id = u.id ${ofDay(sql, today)}) p on true
  left join lateral (select name from unit_name where unit_id = p.parent_id ${ofDay(sql, today)}) pn on true`;

/** Units by id, in no particular order; the catalogue of units is open to all who are signed in. */
export async function findUnits(db: Databases, ids: readonly string[], now: Date): Promise<UnitFace[]> {
  if (ids.length === 0) return [];
  const { sql } = db.app;
  return sql<UnitFace[]>`${selectFace(sql, localToday(now))} where u.id = any(${[...ids]}::uuid[])`;
}

/** The unit of an address, or null. */
export async function findUnitBySlug(db: Databases, slug: string, now: Date): Promise<UnitFace | null> {
  const { sql } = db.app;
  const [face] = await sql<UnitFace[]>`${selectFace(sql, localToday(now))} where u.slug = ${slug}`;
  return face ?? null;
}

/** The units that went on with an ended one. */
export async function findSuccessors(db: Databases, unitId: string, now: Date): Promise<Successor[]> {
  const { sql } = db.app;
  return sql<Successor[]>`
    select u.slug, n.name, n.code, s.partial from unit_succession s
    join unit u on u.id = s.successor_id
    join lateral (select * from unit_name where unit_id = u.id ${ofDay(sql, localToday(now))}) n on true
    where s.predecessor_id = ${unitId} order by n.name`;
}

/** True when the unit is no more on the day of `now`. */
export function isEnded(unit: Pick<UnitFace, "validTo">, now: Date): boolean {
  return unit.validTo !== null && unit.validTo <= localToday(now);
}
