import type { LocalDate } from "@gandan/calendar/local-time";
import type { RegisterState } from "@gandan/model/oversight/oversight-inputs";
import { shiftDay } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import type { UnitSpan } from "./units-below";

/** What a unit answered about running a model, as in force on a day. */
export interface AdoptionEntry {
  state: RegisterState;
  adoptionId: string | null;
  /** The name under which the unit runs the model; null when it runs none. */
  title: string | null;
  /** The model's own title, where the unit chose another name. */
  modelTitle: string | null;
  basis: string | null;
  reference: string | null;
  declinedReason: string | null;
  /** Registered procedures. */
  procedures: number;
  from: LocalDate | null;
}

/** A unit that has not answered. */
export const SILENT: AdoptionEntry = {
  state: "silent",
  adoptionId: null,
  title: null,
  modelTitle: null,
  basis: null,
  reference: null,
  declinedReason: null,
  procedures: 0,
  from: null,
};

type Row = Omit<AdoptionEntry, "state"> & { unitId: string };

/** The day on which a unit is asked: `on`, its last day below when that lies before; null before it came below. */
function dayAsked({ validFrom, belowFrom, belowTo }: UnitSpan, on: LocalDate): LocalDate | null {
  const day = belowTo !== null && belowTo <= on ? shiftDay(belowTo, -1) : on;
  return belowFrom > validFrom && day < belowFrom ? null : day;
}

/** Units with the day on which each is asked. */
function asked(units: readonly UnitSpan[], on: LocalDate): { unitIds: string[]; days: LocalDate[] } {
  const found = units.flatMap((unit) => {
    const day = dayAsked(unit, on);
    return day === null ? [] : [{ id: unit.id, day }];
  });
  return { unitIds: found.map(({ id }) => id), days: found.map(({ day }) => day) };
}

/** The adoption of each unit in force on its day. */
const inForce = (sql: TransactionSql, { unitIds, days }: ReturnType<typeof asked>) => sql`
  select distinct on (unit_id) adoption.* from adoption
  join unnest(${unitIds}::uuid[], ${days}::date[]) as asked(id, day) on asked.id = unit_id
  where valid_from <= asked.day and (valid_to is null or valid_to > asked.day)
  order by unit_id, valid_from desc, recorded_at desc`;

/**
 * The adoption in force on the day `on`, of units that are no more, or below no more, the one of their last day, by unit:
 * one query. A unit without any has no entry.
 */
export async function readAdoptions(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  on: LocalDate,
): Promise<Map<string, AdoptionEntry>> {
  const who = asked(units, on);
  const rows = await sql<Row[]>`
    select a.unit_id as "unitId", a.id as "adoptionId", coalesce(a.own_name, m.title) as title,
      case when a.own_name is not null then m.title end as "modelTitle", a.basis, a.reference,
      a.declined_reason as "declinedReason", a.valid_from as "from", coalesce(r.n, 0)::int as procedures
    from (${inForce(sql, who)}) a
    left join model m on m.unit_id = a.model_unit_id and m.id = a.model_id
    left join (
      select unit_id, adoption_id, count(distinct procedure_code) as n from registration
      where unit_id = any(${who.unitIds}::uuid[]) group by 1, 2
    ) r on r.unit_id = a.unit_id and r.adoption_id = a.id`;
  return new Map(
    rows.map(({ unitId, ...entry }) => [unitId, { ...entry, state: entry.declinedReason ? "declined" : "adopted" }]),
  );
}

/** How many of the units answered what, as {@link readAdoptions} reads it: one query, one row. */
export async function countAnswers(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  on: LocalDate,
): Promise<Record<RegisterState, number>> {
  const [counts] = await sql<{ answered: number; declined: number }[]>`
    select count(*)::int as answered, count(*) filter (where declined_reason <> '')::int as declined
    from (${inForce(sql, asked(units, on))}) a`;
  const { answered, declined } = counts!;
  return { adopted: answered - declined, declined, silent: units.length - answered };
}
