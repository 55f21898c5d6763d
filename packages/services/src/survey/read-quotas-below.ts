import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inScope } from "@gandan/db/in-scope";
import { foldText } from "@gandan/model/import/fold-text";
import { quarterOf } from "@gandan/model/oversight/period";
import type { QuotaSort, QuotaState, QuotasBelowInput } from "@gandan/model/survey/quota-inputs";
import { byName, readPlainUnitsBelow } from "../oversight/units-below";
import { localToday } from "../unit/local-today";

interface QuotaCounts {
  /** Finished in the quarter. */
  dossiers: number;
  sheets: number;
  byMttq: number;
  /** Null where no model sets a quota. */
  share: number | null;
  needed: number | null;
  clause: string | null;
  asOf: Date;
}

export interface QuotaBelow {
  id: string;
  name: string;
  code: string;
  parentName: string | null;
  state: QuotaState;
  /** Null where nothing was counted yet. */
  counts: QuotaCounts | null;
  /** Sheets that are wanted and not there. */
  lacking: number;
}

export interface QuotasBelow {
  quarter: LocalDate;
  /** Its last day. */
  to: LocalDate;
  /** Dossiers and sheets can still come. */
  running: boolean;
  rows: QuotaBelow[];
  /** Units that the filters leave. */
  found: number;
  /** Of all units below, whatever the filters. */
  total: number;
  dossiers: number;
  sheets: number;
  states: Record<QuotaState, number>;
  /** The oldest of the counts; null where there are none. */
  asOf: Date | null;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;

function stateOf(counts: QuotaCounts | null): QuotaState {
  if (!counts) return "uncounted";
  const { needed, dossiers, sheets } = counts;
  if (needed === null || dossiers === 0) return "none";
  return sheets >= needed ? "reached" : "short";
}

const VALUES: Record<Exclude<QuotaSort, "name">, (row: QuotaBelow) => number> = {
  dossiers: ({ counts }) => counts?.dossiers ?? -1,
  sheets: ({ counts }) => counts?.sheets ?? -1,
  needed: ({ counts }) => counts?.needed ?? -1,
  lacking: ({ lacking, state }) => (state === "short" || state === "reached" ? lacking : -1),
};

/**
 * How far the units below have come with the quotas of a quarter (plan 004, III.4): counts of finished dossiers and of
 * sheets, nothing of what these say.
 * @throws AppError FORBIDDEN
 */
export async function readQuotasBelow(ctx: UnitCtx, input: QuotasBelowInput): Promise<QuotasBelow> {
  authorize(ctx, "survey:read");
  const today = localToday(ctx.now);
  const asked = quarterOf(input.day ?? today);
  const quarter = asked.from > today ? quarterOf(today) : asked;
  return inScope(ctx, async (_tx, sql) => {
    const units = await readPlainUnitsBelow(sql, ctx.unitId, quarter);
    const rows = await sql<(QuotaCounts & { unitId: string })[]>`
      select unit_id as "unitId", dossiers, sheets, by_mttq as "byMttq", share, needed, clause, as_of as "asOf"
      from rollup_quota where unit_id = any(${units.map(({ id }) => id)}::uuid[]) and quarter = ${quarter.from}`;
    const countsOf = new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]));
    const all = units.map(({ id, name, code, parentName }): QuotaBelow => {
      const counts = countsOf.get(id) ?? null;
      const state = stateOf(counts);
      const lacking = state === "short" && counts?.needed ? counts.needed - counts.sheets : 0;
      return { id, name, code, parentName, state, counts, lacking };
    });
    const wanted = foldText(input.q).split(" ");
    const found = all.filter(({ name, code, state }) => {
      const words = ` ${foldText(`${name} ${code}`)}`;
      return (input.state === "all" || state === input.state) && wanted.every((word) => words.includes(` ${word}`));
    });
    const turn = input.direction === "up" ? 1 : -1;
    const { sort } = input;
    found.sort((a, b) =>
      sort === "name" ? turn * byName(a, b) : turn * (VALUES[sort](a) - VALUES[sort](b)) || byName(a, b),
    );
    const page = Math.min(input.page ?? 1, Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
    const count = (state: QuotaState) => all.filter((row) => row.state === state).length;
    const sum = (of: (counts: QuotaCounts) => number) => rows.reduce((sum, row) => sum + of(row), 0);
    return {
      quarter: quarter.from,
      to: quarter.to,
      running: quarter.to >= today,
      rows: input.page === null ? found : found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
      found: found.length,
      total: all.length,
      dossiers: sum(({ dossiers }) => dossiers),
      sheets: sum(({ sheets }) => sheets),
      states: { reached: count("reached"), short: count("short"), none: count("none"), uncounted: count("uncounted") },
      asOf: rows.reduce<Date | null>((oldest, { asOf }) => (oldest && oldest < asOf ? oldest : asOf), null),
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
