import { AppError } from "../error/app-error";
import type { Score, ScoredLine } from "./score-model";
import { type Interval, wilson } from "./wilson";

/** Best and worst place a unit may have; places begin at 1. */
export interface RankRange {
  from: number;
  to: number;
}

export interface ComparedUnit {
  unitId: string;
  /** Share 0..1 of the compared points; null when there is not enough data. */
  share: number | null;
  interval: Interval | null;
  /** Null when there is not enough data: no rank, "chưa đủ dữ liệu". */
  rank: RankRange | null;
  n: number;
}

export interface Comparison {
  /** Lines that were measured for every ranked unit: only these are compared. */
  lineIds: string[];
  /** Points of these lines. */
  points: number;
  /** In the order given. */
  units: ComparedUnit[];
}

/** Places by intervals: a unit stands behind those that are surely better, before those that are surely worse; overlap shares places ("1–4"). */
export function rankRanges(intervals: readonly Interval[]): RankRange[] {
  const lows = Float64Array.from(intervals, ({ low }) => low).sort();
  const highs = Float64Array.from(intervals, ({ high }) => high).sort();
  return intervals.map(({ low, high }) => ({
    from: 1 + lows.length - countUpTo(lows, high),
    to: intervals.length - countBelow(highs, low),
  }));
}

function countUpTo(sorted: Float64Array, value: number): number {
  let below = 0;
  let above = sorted.length;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (sorted[middle]! <= value) below = middle + 1;
    else above = middle;
  }
  return below;
}

function countBelow(sorted: Float64Array, value: number): number {
  let below = 0;
  let above = sorted.length;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (sorted[middle]! < value) below = middle + 1;
    else above = middle;
  }
  return below;
}

/**
 * Scores of several units on the same scorecard, like with like: units with at least `rankMinN` facts and half of the
 * scorecard measured are ranked by the lines measured for all of them. Throws AppError `score.differentScorecards`.
 */
export function compareUnits(units: readonly { unitId: string; score: Score }[], rankMinN: number): Comparison {
  const first = units[0]?.score.lines ?? [];
  if (units.some(({ score }) => !haveSameLines(first, score.lines))) {
    throw new AppError("INVALID", "score.differentScorecards");
  }
  const ranked = units.filter(({ score }) => score.n >= rankMinN && score.coverage * 2 >= score.total);
  const common = first.filter((_, i) => ranked.every(({ score }) => score.lines[i]!.earned !== null));
  const lineIds = ranked.length === 0 ? [] : common.map(({ id }) => id);
  const points = lineIds.length === 0 ? 0 : common.reduce((sum, line) => sum + line.points, 0);
  const compared = new Set(lineIds);
  const shares = new Map(
    points === 0 ? [] : ranked.map(({ unitId, score }) => [unitId, shareOf(score.lines, compared, points)] as const),
  );
  const ranks = rankRanges([...shares.values()].map(({ interval }) => interval));
  const rankOf = new Map([...shares.keys()].map((unitId, i) => [unitId, ranks[i]!]));
  return {
    lineIds,
    points,
    units: units.map(({ unitId, score }) => {
      const known = shares.get(unitId);
      return {
        unitId,
        n: score.n,
        share: known?.share ?? null,
        interval: known?.interval ?? null,
        rank: rankOf.get(unitId) ?? null,
      };
    }),
  };
}

function haveSameLines(some: readonly ScoredLine[], others: readonly ScoredLine[]): boolean {
  return some.length === others.length && some.every(({ id }, i) => id === others[i]?.id);
}

function shareOf(
  lines: readonly ScoredLine[],
  lineIds: ReadonlySet<string>,
  points: number,
): { share: number; interval: Interval } {
  let earned = 0;
  let low = 0;
  let high = 0;
  for (const line of lines) {
    if (!lineIds.has(line.id)) continue;
    earned += line.earned ?? 0;
    low += line.earnedInterval?.low ?? 0;
    high += line.earnedInterval?.high ?? 0;
  }
  return { share: earned / points, interval: { low: low / points, high: high / points } };
}

/** One indicator for several units: a row of the heat map. Below `minN` there is neither share nor rank. */
export function compareIndicator(
  units: readonly { unitId: string; met: number; n: number }[],
  minN: number,
): ComparedUnit[] {
  const enough = units.filter(({ n }) => n >= minN && n > 0);
  const intervals = enough.map(({ met, n }) => wilson(met, n));
  const ranks = rankRanges(intervals);
  const known = new Map(enough.map(({ unitId }, i) => [unitId, { interval: intervals[i]!, rank: ranks[i]! }]));
  return units.map(({ unitId, met, n }) => {
    const one = known.get(unitId);
    return { unitId, n, share: one ? met / n : null, interval: one?.interval ?? null, rank: one?.rank ?? null };
  });
}
