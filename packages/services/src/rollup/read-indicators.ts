import type { LocalDate } from "@gandan/calendar/local-time";
import type { Tally } from "@gandan/model/outcome/tally";
import type { TransactionSql } from "postgres";

/** A version whose outcomes are counted; `ruleIds` in the order of its `dossier_rule_ids`. */
export interface CountedVersion {
  versionId: string;
  ruleIds: readonly string[];
}

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
  met: (number | null)[];
  missed: (number | null)[];
  pending: (number | null)[] | null;
  notApplicable: (number | null)[] | null;
  asOf: Date;
}

const COLUMNS = "unit_id, version_id, dossiers, met, missed, pending, not_applicable, as_of";

const firstOfMonth = (day: LocalDate) => `${day.slice(0, 7)}-01`;

function shiftMonth(month: LocalDate, by: number): LocalDate {
  const date = new Date(`${month}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 10);
}

/** The first day of the months that lie whole in a period, and the first day after them and after the period. */
function partsOf({ from, to }: { from: LocalDate; to: LocalDate }) {
  const next = new Date(`${to}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  const end = next.toISOString().slice(0, 10);
  const monthFrom = from.endsWith("-01") ? from : shiftMonth(firstOfMonth(from), 1);
  return { end, monthFrom, monthTo: firstOfMonth(end) };
}

/**
 * Sums of the arrays of a column, place by place: the server adds them up faster than it sends the rows. As JSON, which
 * Node takes apart by itself; arrays of the server are read letter by letter.
 */
const sumsOf = (column: string, wanted: readonly boolean[]) =>
  `to_json(array[${wanted.map((is, i) => (is ? `sum(${column}[${i + 1}])` : "null")).join(", ")}]::int[])`;

/** By place: whether any of the versions has a rule there that is asked for. */
function placesOf(versions: readonly CountedVersion[], rules: ReadonlySet<string> | undefined): boolean[] {
  const places = Math.max(0, ...versions.map(({ ruleIds }) => ruleIds.length));
  return Array.from(
    { length: places },
    (_, i) => !rules || versions.some(({ ruleIds }) => rules.has(ruleIds[i] ?? "")),
  );
}

/**
 * Sums roll-ups of units between two local days in one query: whole months from `rollup_month`, the edges from
 * `rollup_day`. Row-level security decides which of `unitIds` answer at all.
 * @param sharesOf for a reader that needs only met and missed of these rules; all else stays at zero
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
export async function readIndicators(
  sql: TransactionSql,
  input: {
    unitIds: readonly string[];
    versions: readonly CountedVersion[];
    sharesOf?: ReadonlySet<string> | undefined;
    from: LocalDate;
    to: LocalDate;
  },
): Promise<UnitIndicators[]> {
  const { unitIds, versions, from } = input;
  const { end, monthFrom, monthTo } = partsOf(input);
  const whole = monthFrom < monthTo;
  const edges = !whole || from < monthFrom || monthTo < end;
  const wanted = sql`
    unit_id = any(${[...unitIds]}::uuid[]) and version_id = any(${versions.map(({ versionId }) => versionId)}::uuid[])`;
  const months = sql`
    select ${sql.unsafe(COLUMNS)} from rollup_month
    where ${wanted} and month >= ${monthFrom}::date and month < ${monthTo}::date`;
  const days = sql`
    select ${sql.unsafe(COLUMNS)} from rollup_day
    where ${wanted} and day >= ${from}::date and day < ${end}::date
      ${whole ? sql`and (day < ${monthFrom}::date or day >= ${monthTo}::date)` : sql``}`;
  const places = placesOf(versions, input.sharesOf);
  const sums = (column: string) => sql.unsafe(sumsOf(column, places));
  const others = (column: string) => (input.sharesOf ? sql`null::json` : sums(column));
  const rows = await sql<SumRow[]>`
    select unit_id as "unitId", version_id as "versionId", sum(dossiers)::int as dossiers, ${sums("met")} as met,
      ${sums("missed")} as missed, ${others("pending")} as pending, ${others("not_applicable")} as "notApplicable", min(as_of) as "asOf"
    from (${whole ? months : days} ${whole && edges ? sql`union all ${days}` : sql``}) periods
    group by 1, 2`;
  const rulesOf = new Map(versions.map(({ versionId, ruleIds }) => [versionId, ruleIds]));
  return rows.map(({ unitId, versionId, dossiers, asOf, ...counts }) => ({
    unitId,
    versionId,
    dossiers,
    tallies: (rulesOf.get(versionId) ?? []).map((_, i) => ({
      met: counts.met[i] ?? 0,
      missed: counts.missed[i] ?? 0,
      pending: counts.pending?.[i] ?? 0,
      notApplicable: counts.notApplicable?.[i] ?? 0,
    })),
    asOf,
  }));
}
