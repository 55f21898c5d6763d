import type { IndexClass } from "./index-frame";

export interface UnitRank {
  /** 1 is best; units with the same total share a rank and the next ones are left out (1, 2, 2, 4). Null without a total. */
  rank: number | null;
  /** Id of the class; null below the lowest class or without a total. */
  classId: string | null;
}

/**
 * Ranks and classes of units by their totals (NaN = nothing applies). Totals are compared as published, rounded to
 * `digits` decimals, so that noise of sums does not break a tie or keep a unit out of a class.
 */
export function rankUnits(totals: ArrayLike<number>, classes: readonly IndexClass[], digits = 2): UnitRank[] {
  const unit = 10 ** digits;
  const published = Array.from(totals, (total) => Math.round(total * unit + 1e-9) / unit);
  const best = published
    .flatMap((total, at) => (Number.isNaN(total) ? [] : [at]))
    .sort((a, b) => published[b]! - published[a]!);
  const falling = [...classes].sort((a, b) => b.from - a.from);
  const ranks: UnitRank[] = published.map((total) => ({
    rank: null,
    classId: falling.find((one) => total >= one.from)?.id ?? null,
  }));
  let rank = 0;
  for (const [place, at] of best.entries()) {
    if (place === 0 || published[at] !== published[best[place - 1]!]) rank = place + 1;
    ranks[at]!.rank = rank;
  }
  return ranks;
}
