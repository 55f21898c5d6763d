import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inScope } from "@gandan/db/in-scope";
import { AppError } from "@gandan/model/error/app-error";
import { comparison, type UnitBelowInput } from "@gandan/model/oversight/oversight-inputs";
import { earliestOf, type Period, usualPeriod } from "@gandan/model/oversight/period";
import { type Explanation, explainScore, type ReasonCount } from "@gandan/model/score/explain";
import type { TransactionSql } from "postgres";
import { indicatorsOf } from "../score/read-score";
import { localToday } from "../unit/local-today";
import { type ComparedFigures, type ComparisonOf, compareFigures } from "./compare-figures";
import { type AdoptionEntry, readAdoptions } from "./read-adoptions";
import { readBelowIndicators } from "./read-below-indicators";
import { readUsedVersions } from "./read-versions";
import { findUnitBelow, type UnitBelow } from "./units-below";

/** Misses of a rule for a reason in one group of procedures. */
export interface GroupCount {
  reason: string;
  group: string;
  n: number;
}

export interface CardBelow {
  versionId: string;
  version: number;
  title: string;
  yardstick: boolean;
  dossiers: number;
  asOf: Date;
  explanation: Explanation;
  /** By rule id, most frequent first. */
  groups: Record<string, GroupCount[]>;
}

/** The place of a unit among all that are below over the period. */
interface UnitAmong
  extends Pick<
    ComparisonOf<ComparedFigures>,
    "indicators" | "trend" | "rankMinN" | "ranked" | "comparedPoints" | "totalPoints"
  > {
  /** Null when it is not compared. */
  row: ComparedFigures | null;
}

export interface UnitBelowPage {
  unit: UnitBelow;
  period: Period;
  /** True when the period asked for lies after the unit's end, so that its last quarter is shown instead. */
  moved: boolean;
  ended: boolean;
  adoption: AdoptionEntry | null;
  cards: CardBelow[];
  among: UnitAmong;
}

interface ReasonRow extends GroupCount {
  versionId: string;
  ruleId: string;
}

/**
 * Reasons of the months that the period touches, by version, rule, reason and group of procedures; of a unit that was
 * moved, of the months on all of whose days it was below.
 */
async function readReasons(sql: TransactionSql, unit: UnitBelow, { from, to }: Period): Promise<ReasonRow[]> {
  const joined = unit.belowFrom > unit.validFrom ? unit.belowFrom : null;
  const left = unit.belowTo !== unit.validTo ? unit.belowTo : null;
  return sql<ReasonRow[]>`
    select version_id as "versionId", rule_id as "ruleId", reason, procedure_group as "group", sum(n)::int as n
    from rollup_reason
    where unit_id = ${unit.id} and month >= date_trunc('month', ${from}::date)::date and month <= ${to}::date
      and (${joined}::date is null or month >= ${joined}::date)
      and (${left}::date is null or month + interval '1 month' <= ${left}::date)
    group by 1, 2, 3, 4 order by 5 desc, 3, 4`;
}

function reasonsByRule(rows: readonly ReasonRow[]) {
  const reasons = new Map<string, ReasonCount[]>();
  const groups: Record<string, GroupCount[]> = {};
  for (const { ruleId, reason, group, n } of rows) {
    const known = reasons.get(ruleId) ?? [];
    const same = known.find(({ key }) => key === reason);
    if (same) same.n += n;
    else known.push({ key: reason, n });
    reasons.set(ruleId, known);
    groups[ruleId] = [...(groups[ruleId] ?? []), { reason, group, n }];
  }
  return { reasons, groups };
}

function amongOf(unitId: string, all: ComparisonOf<ComparedFigures>): UnitAmong {
  const { rows, indicators, trend, rankMinN, ranked, comparedPoints, totalPoints } = all;
  const row = rows.find(({ unit }) => unit.id === unitId) ?? null;
  return { row, indicators, trend, rankMinN, ranked, comparedPoints, totalPoints };
}

/**
 * One unit below: its scorecards over a period (own models first, then yardsticks), each number opened to rules, clauses
 * and reasons by group of procedures, from roll-ups only, and its place among the others. A unit that is no more opens at the quarter of its last day.
 * @throws AppError FORBIDDEN; NOT_FOUND unit.outside for a unit that is not below
 */
export async function readUnitBelow(ctx: UnitCtx, input: UnitBelowInput): Promise<UnitBelowPage> {
  authorize(ctx, "compare:read");
  return inScope(ctx, async (_tx, sql) => {
    const today = localToday(ctx.now);
    const unit = await findUnitBelow(sql, ctx.unitId, input.below, { from: "1900-01-01", to: today });
    if (!unit) throw new AppError("NOT_FOUND", "unit.outside");
    const moved = input.period !== undefined && unit.belowTo !== null && unit.belowTo <= input.period.from;
    const period = input.period && !moved ? input.period : usualPeriod(today, unit.belowTo);
    const [used, adoptions, reasons, compared] = await Promise.all([
      readUsedVersions(sql, [unit], period),
      readAdoptions(sql, [unit], earliestOf(period.to, today)),
      readReasons(sql, unit, period),
      compareFigures(sql, ctx, comparison.parse(period), unit.id),
    ]);
    const adoption = adoptions.get(unit.id) ?? null;
    const versions = used.map(({ version }) => version);
    const sums = await readBelowIndicators(sql, [unit], versions, period);
    const cards = used.flatMap(({ versionId, version, yardstick }): CardBelow[] => {
      const sum = sums.find((each) => each.versionId === versionId);
      if (!sum) return [];
      const { reasons: byRule, groups } = reasonsByRule(reasons.filter((row) => row.versionId === versionId));
      const indicators = indicatorsOf(version.ruleIds, sum.tallies);
      return [
        {
          versionId,
          version: version.version,
          title: yardstick ? version.title : (adoption?.title ?? version.title),
          yardstick,
          dossiers: sum.dossiers,
          asOf: sum.asOf,
          explanation: explainScore(version.source, indicators, byRule, ctx.language),
          groups,
        },
      ];
    });
    const ended = unit.validTo !== null && unit.validTo <= today;
    return { unit, period, moved, ended, adoption, cards, among: amongOf(unit.id, compared.comparison) };
  });
}
