import type { LocalDate } from "@gandan/calendar/local-time";
import type { Tally } from "@gandan/model/outcome/tally";
import type { TransactionSql } from "postgres";

export interface UnitIndicators {
  unitId: string;
  versionId: string;
  dossiers: number;
  /** In the order of the version's `dossier_rule_ids`. */
  tallies: Tally[];
  /** The oldest fold among the periods read. */
  asOf: Date;
}

interface SumRow {
  unitId: string;
  versionId: string;
  dossiers: number;
  met: number[];
  missed: number[];
  pending: number[];
  notApplicable: number[];
  asOf: Date;
}

const firstOfMonth = (day: LocalDate) => `${day.slice(0, 7)}-01`;

function shiftMonth(month: LocalDate, by: number): LocalDate {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}

/**
 * Sums roll-ups of units between two local days: whole months from `rollup_month`, the edges from `rollup_day`.
 * Row-level security decides which of `unitIds` answer at all.
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
export async function readIndicators(
  sql: TransactionSql,
  input: { unitIds: readonly string[]; versionIds: readonly string[]; from: LocalDate; to: LocalDate },
): Promise<UnitIndicators[]> {
  const { unitIds, versionIds, from, to } = input;
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const end = next.toISOString().slice(0, 10);
  const monthFrom = from.endsWith("-01") ? from : shiftMonth(firstOfMonth(from), 1);
  const monthTo = firstOfMonth(end);
  const whole = monthFrom < monthTo;
  const months = await sql<SumRow[]>`
    select unit_id as "unitId", version_id as "versionId", dossiers, met, missed, pending,
      not_applicable as "notApplicable", as_of as "asOf"
    from rollup_month
    where unit_id = any(${[...unitIds]}::uuid[]) and version_id = any(${[...versionIds]}::uuid[])
      and month >= ${monthFrom}::date and month < ${whole ? monthTo : monthFrom}::date`;
  const days = await sql<SumRow[]>`
    select unit_id as "unitId", version_id as "versionId", dossiers, met, missed, pending,
      not_applicable as "notApplicable", as_of as "asOf"
    from rollup_day
    where unit_id = any(${[...unitIds]}::uuid[]) and version_id = any(${[...versionIds]}::uuid[])
      and day >= ${from}::date and day < ${end}::date
      ${whole ? sql`and (day < ${monthFrom}::date or day >= ${monthTo}::date)` : sql``}`;
  return sumRows([...months, ...days]);
}

function sumRows(rows: readonly SumRow[]): UnitIndicators[] {
  const sums = new Map<string, UnitIndicators>();
  for (const row of rows) {
    const key = `${row.unitId} ${row.versionId}`;
    let sum = sums.get(key);
    if (!sum) {
      const tallies = row.met.map(() => ({ met: 0, missed: 0, pending: 0, notApplicable: 0 }));
      sum = { unitId: row.unitId, versionId: row.versionId, dossiers: 0, tallies, asOf: row.asOf };
      sums.set(key, sum);
    }
    sum.dossiers += row.dossiers;
    if (row.asOf < sum.asOf) sum.asOf = row.asOf;
    sum.tallies.forEach((tally, i) => {
      tally.met += row.met[i] ?? 0;
      tally.missed += row.missed[i] ?? 0;
      tally.pending += row.pending[i] ?? 0;
      tally.notApplicable += row.notApplicable[i] ?? 0;
    });
  }
  return [...sums.values()];
}
