import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { dateOfDay, dayNumberOf, type LocalDate, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import type { Tally } from "@gandan/model/outcome/tally";
import { type Explanation, explainScore, type ReasonCount } from "@gandan/model/score/explain";
import type { ScorePeriod } from "@gandan/model/score/score-inputs";
import type { TransactionSql } from "postgres";
import type { VersionSpan } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { readIndicators } from "../rollup/read-indicators";
import { readUnitFacts } from "./read-unit-facts";

export interface ScoreOfVersion {
  versionId: string;
  title: string;
  yardstick: boolean;
  /** The part of the period in which the version judges what is received; `to` inclusive. */
  from: LocalDate;
  to: LocalDate;
  dossiers: number;
  /** When the roll-ups were folded; null when nothing was received. */
  asOf: Date | null;
  explanation: Explanation;
}

/** Reasons of missed outcomes by rule, from the roll-ups of the months that the period touches. */
export async function readReasons(
  sql: TransactionSql,
  input: { unitIds: readonly string[]; versionId: string; from: LocalDate; to: LocalDate },
): Promise<Map<string, ReasonCount[]>> {
  const rows = await sql<{ ruleId: string; key: string; n: number }[]>`
    select rule_id as "ruleId", reason as key, sum(n)::int as n from rollup_reason
    where unit_id = any(${[...input.unitIds]}::uuid[]) and version_id = ${input.versionId}
      and month >= date_trunc('month', ${input.from}::date)::date and month <= ${input.to}::date
    group by 1, 2 order by 3 desc`;
  const reasons = new Map<string, ReasonCount[]>();
  for (const { ruleId, key, n } of rows) {
    const list = reasons.get(ruleId);
    if (list) list.push({ key, n });
    else reasons.set(ruleId, [{ key, n }]);
  }
  return reasons;
}

/** Tallies by rule id, in the shape the scorecard wants. */
export function indicatorsOf(ruleIds: readonly string[], tallies: readonly Tally[]): Map<string, Tally> {
  const indicators = new Map<string, Tally>();
  for (const [i, id] of ruleIds.entries()) if (tallies[i]) indicators.set(id, tallies[i]);
  return indicators;
}

/**
 * The scorecards of a unit between two local days: its own model first, then each yardstick applied to it, every number
 * opened down to rules and reasons. Where the model changed within the period each version has its own card.
 * @throws AppError FORBIDDEN
 */
export async function readScore(ctx: UnitCtx, input: ScorePeriod): Promise<ScoreOfVersion[]> {
  authorize(ctx, "score:read");
  return inUnit(ctx, async (_tx, sql) => {
    const judge = await loadJudge(sql, ctx.unitId, ctx.now);
    const spans = onePerVersion(judge.versionsBetween(input.from, input.to));
    const sums = await readIndicators(sql, {
      unitIds: [ctx.unitId],
      versions: spans.map((span) => ({ versionId: span.versionId, ruleIds: judge.ruleIdsOf(span) })),
      from: input.from,
      to: input.to,
    });
    return Promise.all(
      spans.map(async (span): Promise<ScoreOfVersion> => {
        const sum = sums.find(({ versionId }) => versionId === span.versionId);
        const { ruleIds, from, to } = partOf(span, judge.ruleIdsOf(span), input);
        const indicators = indicatorsOf(ruleIds, sum?.tallies ?? []);
        // A part that ends before it begins: the version took the place of another within a day.
        const facts = from > to ? {} : await readUnitFacts(sql, ctx.unitId, { from, to }, ctx.now);
        const others = judge.compiled(span, span.from).judgeUnit(facts, toLocalMinute(ctx.now));
        for (const [id, { tally }] of others) indicators.set(id, tally);
        const reasons = await readReasons(sql, { unitIds: [ctx.unitId], versionId: span.versionId, ...input });
        return {
          versionId: span.versionId,
          title: span.title,
          yardstick: span.yardstick,
          from,
          to,
          dossiers: sum?.dossiers ?? 0,
          asOf: sum?.asOf ?? null,
          explanation: explainScore(span.source, indicators, reasons, ctx.language),
        };
      }),
    );
  });
}

/** Roll-ups know versions, not spans: a model taken up again after a break has one card, from its first day to its last. */
function onePerVersion(spans: readonly VersionSpan[]): VersionSpan[] {
  const merged = new Map<string, VersionSpan>();
  for (const span of spans) {
    const known = merged.get(span.versionId);
    if (!known) merged.set(span.versionId, span);
    else if (known.to !== null) merged.set(span.versionId, { ...known, to: later(known.to, span.to) });
  }
  return [...merged.values()];
}

const later = (a: LocalDate, b: LocalDate | null) => (b === null || b > a ? b : a);

function partOf(span: VersionSpan, ruleIds: readonly string[], { from, to }: ScorePeriod) {
  const last = span.to === null || span.to > to ? to : dateOfDay(dayNumberOf(span.to) - 1);
  return { ruleIds, from: span.from > from ? span.from : from, to: last };
}
