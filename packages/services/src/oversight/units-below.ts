import type { LocalDate } from "@gandan/calendar/local-time";
import { type Period, shiftDay } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";

/** A unit that another one went over into, or came out of. */
export interface RelatedUnit {
  id: string;
  name: string;
  code: string;
  at: LocalDate;
  /** The predecessor was divided among several. */
  partial: boolean;
}

/** A unit that handles dossiers, as a unit above it sees it. */
export interface UnitBelow {
  id: string;
  slug: string;
  level: string;
  type: string;
  code: string;
  name: string;
  parentName: string | null;
  validFrom: LocalDate;
  /** First day on which it is no more; null while it exists. */
  validTo: LocalDate | null;
  /** The days on which it is below; as `validFrom` and `validTo` unless it was moved. */
  belowFrom: LocalDate;
  belowTo: LocalDate | null;
  predecessors: RelatedUnit[];
  successors: RelatedUnit[];
}

/** The days on which a unit is, and is below the unit that looks. */
export type UnitSpan = Pick<UnitBelow, "id" | "validFrom" | "validTo" | "belowFrom" | "belowTo">;

/**
 * The days of the period that a unit's figures may be taken from: a unit that was moved counts only while it was below.
 * Empty (`to` before `from`) when it was not. Row-level security draws the same line.
 */
export function windowOf(unit: UnitSpan, period: Period): Period {
  const joined = unit.belowFrom > unit.validFrom && unit.belowFrom > period.from;
  const left = unit.belowTo !== null && unit.belowTo !== unit.validTo && unit.belowTo <= period.to;
  return {
    from: joined ? unit.belowFrom : period.from,
    to: left ? shiftDay(unit.belowTo as LocalDate, -1) : period.to,
  };
}

/** A unit without what it came out of and went over into. */
export type PlainUnitBelow = Omit<UnitBelow, "predecessors" | "successors">;

/** A unit that went over into another one. */
export interface Succession {
  predecessorId: string;
  successorId: string;
  /** It was divided among several. */
  partial: boolean;
}

/** Where units went over into, without names: one query. */
export async function readHeirs(sql: TransactionSql, units: readonly { id: string }[]): Promise<Succession[]> {
  return sql<Succession[]>`
    select predecessor_id as "predecessorId", successor_id as "successorId", partial from unit_succession
    where predecessor_id = any(${units.map(({ id }) => id)}::uuid[])`;
}

interface SuccessionRow extends Succession {
  at: LocalDate;
  predecessor: { name: string; code: string };
  successor: { name: string; code: string };
}

async function readSuccessions(sql: TransactionSql, ids: readonly string[]): Promise<SuccessionRow[]> {
  return sql<SuccessionRow[]>`
    select s.predecessor_id as "predecessorId", s.successor_id as "successorId", s.at, s.partial,
      jsonb_build_object('name', p.name, 'code', p.code) as predecessor,
      jsonb_build_object('name', n.name, 'code', n.code) as successor
    from unit_succession s
    cross join lateral (select name, code from unit_name where unit_id = s.predecessor_id order by valid_from desc limit 1) p
    cross join lateral (select name, code from unit_name where unit_id = s.successor_id order by valid_from desc limit 1) n
    where s.predecessor_id = any(${[...ids]}::uuid[]) or s.successor_id = any(${[...ids]}::uuid[])
    order by p.name, n.name`;
}

function withSuccessions(units: readonly PlainUnitBelow[], successions: readonly SuccessionRow[]): UnitBelow[] {
  const all = new Map<string, UnitBelow>(units.map((unit) => [unit.id, { predecessors: [], successors: [], ...unit }]));
  for (const { predecessorId, successorId, at, partial, predecessor, successor } of successions) {
    all.get(predecessorId)?.successors.push({ id: successorId, at, partial, ...successor });
    all.get(successorId)?.predecessors.push({ id: predecessorId, at, partial, ...predecessor });
  }
  return [...all.values()];
}

function selectUnits(sql: TransactionSql, unitId: string, { from, to }: Period, slug?: string) {
  return sql<PlainUnitBelow[]>`
    select u.id, u.slug, u.level, n.type, n.code, n.name, p.name as "parentName", u.valid_from as "validFrom",
      u.valid_to as "validTo", a.below_from as "belowFrom", nullif(a.below_to, 'infinity') as "belowTo"
    from (
      select descendant_id, min(valid_from) as below_from, max(coalesce(valid_to, 'infinity')) as below_to
      from unit_ancestors
      where ancestor_id = ${unitId} and depth > 0 and valid_from <= ${to}::date
        and (valid_to is null or valid_to > ${from}::date)
      group by 1
    ) a
    join unit u on u.id = a.descendant_id and u.level in ('commune', 'office')
      ${slug === undefined ? sql`` : sql`and u.slug = ${slug}`}
    cross join lateral (select type, code, name from unit_name where unit_id = u.id
      order by valid_from <= ${to}::date desc, valid_from desc limit 1) n
    left join lateral (select parent_id from unit_parent where unit_id = u.id
      order by valid_from <= ${to}::date desc, valid_from desc limit 1) up on true
    left join lateral (select name from unit_name where unit_id = up.parent_id
      order by valid_from <= ${to}::date desc, valid_from desc limit 1) p on true`;
}

/** Communes and offices that were below `unitId`, at any depth, on some day of the period, by name; named as on its last day. */
export async function readPlainUnitsBelow(
  sql: TransactionSql,
  unitId: string,
  period: Period,
): Promise<PlainUnitBelow[]> {
  return [...(await selectUnits(sql, unitId, period))].sort(byName);
}

/** Units with what they came out of and went over into: one query whatever their number. */
export async function readTies(sql: TransactionSql, units: readonly PlainUnitBelow[]): Promise<UnitBelow[]> {
  const ids = units.map(({ id }) => id);
  return withSuccessions(units, await readSuccessions(sql, ids));
}

/** The unit of an address, when it was below `unitId` on some day of the period; else null. */
export async function findUnitBelow(
  sql: TransactionSql,
  unitId: string,
  slug: string,
  period: Period,
): Promise<UnitBelow | null> {
  const [unit] = await readTies(sql, await selectUnits(sql, unitId, period, slug));
  return unit ?? null;
}

const order = new Intl.Collator("vi", { numeric: true });

/** Orders units as a Vietnamese list does; units of one name by their code. */
export function byName(a: Pick<UnitBelow, "name" | "code">, b: Pick<UnitBelow, "name" | "code">): number {
  return order.compare(a.name, b.name) || order.compare(a.code, b.code);
}

/** Text without marks and case, as people type names. */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}
