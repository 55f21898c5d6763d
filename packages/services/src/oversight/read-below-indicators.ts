import type { LocalDate } from "@gandan/calendar/local-time";
import type { Period } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import { type CountedVersion, readIndicators, type UnitIndicators } from "../rollup/read-indicators";
import { type UnitSpan, windowOf } from "./units-below";

/** Indicators of units below: one query for all units, one more for each day on which some were moved. */
export async function readBelowIndicators(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  versions: readonly CountedVersion[],
  period: Period,
  sharesOf?: ReadonlySet<string>,
): Promise<UnitIndicators[]> {
  const windows = new Map<string, { span: Period; unitIds: string[] }>();
  for (const unit of units) {
    const span = windowOf(unit, period);
    const key = `${span.from} ${span.to}`;
    const window = windows.get(key);
    if (window) window.unitIds.push(unit.id);
    else windows.set(key, { span, unitIds: [unit.id] });
  }
  const parts = await Promise.all(
    [...windows.values()].map(({ span, unitIds }) => readIndicators(sql, { unitIds, versions, sharesOf, ...span })),
  );
  return parts.flat();
}

/** One indicator of a unit in a month. */
export interface MonthTally {
  unitId: string;
  month: LocalDate;
  met: number;
  missed: number;
  asOf: Date;
}

/**
 * One rule of a version month by month, of units below: one query. Months in which a unit was moved are left out.
 * @param place the rule's place in `dossier_rule_ids`, from 0
 */
export async function readMonths(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  input: { versionId: string; place: number; months: readonly LocalDate[] },
): Promise<MonthTally[]> {
  const rows = await sql<MonthTally[]>`
    select unit_id as "unitId", month, coalesce(met[${input.place + 1}::int], 0) as met,
      coalesce(missed[${input.place + 1}::int], 0) as missed, as_of as "asOf"
    from rollup_month
    where unit_id = any(${units.map(({ id }) => id)}::uuid[]) and version_id = ${input.versionId}
      and month = any(${[...input.months]}::date[])`;
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return rows.filter(({ unitId, month }) => {
    const unit = byId.get(unitId)!;
    const joined = unit.belowFrom > unit.validFrom && unit.belowFrom > month;
    const left =
      unit.belowTo !== null && unit.belowTo !== unit.validTo && unit.belowTo.slice(0, 7) <= month.slice(0, 7);
    return !joined && !left;
  });
}
