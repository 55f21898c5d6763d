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

/** One indicator of a unit by month. */
export interface MonthTallies {
  unitId: string;
  /** For each month with a roll-up: its place among the months asked for, met and missed. */
  tallies: [place: number, met: number, missed: number][];
  /** The latest fold of the months that the period touches; null of none. */
  asOf: Date | null;
}

/**
 * One rule of a version month by month, of units below: one query, one row a unit. Months in which a unit was moved are
 * left out.
 * @param place the rule's place in `dossier_rule_ids`, from 0
 */
export async function readMonths(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  input: { versionId: string; place: number; months: readonly LocalDate[]; period: Period },
): Promise<MonthTallies[]> {
  const { versionId, place, months, period } = input;
  const steady: string[] = [];
  const moved: { id: string; from: LocalDate; before: LocalDate }[] = [];
  for (const { id, validFrom, validTo, belowFrom, belowTo } of units) {
    const from = belowFrom > validFrom ? belowFrom : null;
    const before = belowTo !== null && belowTo !== validTo ? `${belowTo.slice(0, 7)}-01` : null;
    if (from === null && before === null) steady.push(id);
    else moved.push({ id, from: from ?? "-infinity", before: before ?? "infinity" });
  }
  const counted = sql`
    select unit_id, month, met[${place + 1}::int] as met, missed[${place + 1}::int] as missed, as_of
    from rollup_month`;
  const wanted = sql`version_id = ${versionId} and month = any(${[...months]}::date[])`;
  return sql<MonthTallies[]>`
    select unit_id as "unitId", json_agg(array[array_position(${[...months]}::date[], month) - 1, coalesce(met, 0),
        coalesce(missed, 0)]) as tallies,
      max(as_of) filter (where month >= date_trunc('month', ${period.from}::date)::date and month <= ${period.to}::date)
        as "asOf"
    from (
      ${counted} where unit_id = any(${steady}::uuid[]) and ${wanted}
      ${
        moved.length > 0
          ? sql`union all ${counted} join unnest(${moved.map(({ id }) => id)}::uuid[],
              ${moved.map(({ from }) => from)}::date[], ${moved.map(({ before }) => before)}::date[])
              as moved(id, first, after) on moved.id = unit_id and month >= first and month < after
            where ${wanted}`
          : sql``
      }
    ) months
    group by 1`;
}
