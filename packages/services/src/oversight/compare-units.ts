import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inScope } from "@gandan/db/in-scope";
import type { ComparisonInput, ComparisonPageInput } from "@gandan/model/oversight/oversight-inputs";
import type { TransactionSql } from "postgres";
import { type ComparedFigures, type ComparisonOf, compareFigures } from "./compare-figures";
import { type ComparisonPageOf, comparisonPage } from "./comparison-page";
import { type AdoptionEntry, readAdoptions } from "./read-adoptions";
import { readTies, type UnitBelow } from "./units-below";

/** A unit of a comparison, with what it answered about running a model. */
export interface ComparedUnit extends Omit<ComparedFigures, "unit" | "members"> {
  unit: UnitBelow;
  /** Units whose figures are counted here too. */
  includes: string[];
  adoption: AdoptionEntry | null;
}

export type Comparison = ComparisonOf<ComparedUnit>;

/** A page of a comparison: what is drawn, and no unit more. */
export type ComparisonPage = ComparisonPageOf<ComparedUnit>;

/** Reads of units what a list says beside their figures: where they went, and what they answered. Two queries. */
async function withAnswers(
  sql: TransactionSql,
  rows: readonly ComparedFigures[],
  on: LocalDate,
): Promise<(row: ComparedFigures) => ComparedUnit> {
  const units = rows.map(({ unit }) => unit);
  const [ties, adoptions] = await Promise.all([readTies(sql, units), readAdoptions(sql, units, on)]);
  const byId = new Map(ties.map((unit) => [unit.id, unit]));
  return ({ unit: { id }, members, own, ...figures }) => {
    const adoption = adoptions.get(id) ?? null;
    return {
      ...figures,
      unit: byId.get(id)!,
      includes: members.filter((member) => member.id !== id).map(({ name }) => name),
      own: own.map((score) => ({ ...score, title: adoption?.title ?? score.title })),
      adoption,
    };
  };
}

/**
 * All units below side by side over a period, see {@link compareFigures}: for a file, or for who has no page.
 * @throws AppError FORBIDDEN
 */
export async function compareUnits(ctx: UnitCtx, input: ComparisonInput): Promise<Comparison> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { comparison, on } = await compareFigures(sql, ctx, input);
    return { ...comparison, rows: comparison.rows.map(await withAnswers(sql, comparison.rows, on)) };
  });
}

/**
 * One page of 50 of the units below side by side: ranks, places and medians are those among all, answers are read of the
 * units on the page alone.
 * @throws AppError FORBIDDEN
 */
export async function compareUnitsOnPage(ctx: UnitCtx, input: ComparisonPageInput): Promise<ComparisonPage> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const { comparison, on } = await compareFigures(sql, ctx, input);
    const page = comparisonPage(comparison, input.page);
    const { rows, ranking, standing } = page;
    const shown = new Set([...rows, ...ranking, ...standing.map(({ row }) => row)]);
    const answered = await withAnswers(sql, [...shown], on);
    const full = new Map([...shown].map((row) => [row, answered(row)]));
    return {
      ...page,
      rows: rows.map((row) => full.get(row)!),
      ranking: ranking.map((row) => full.get(row)!),
      standing: standing.map(({ standing, row }) => ({ standing, row: full.get(row)! })),
    };
  });
}
