import type { Tally } from "../outcome/tally";
import { type Interval, wilson } from "../score/wilson";

export interface MeasuredCell {
  met: number;
  n: number;
  /** Null below the minimum n. */
  share: number | null;
  interval: Interval | null;
}

export interface StandingInput {
  unitId: string;
  /** False when there is not enough data to rank it. */
  ranked: boolean;
  /** Aligned with the indicators. */
  cells: readonly MeasuredCell[];
  /** The chosen indicator month by month. */
  months: readonly (Pick<Tally, "met" | "missed"> | null)[];
}

export interface Standing {
  unitId: string;
  kind: "fix" | "watch" | "praise" | "few";
  /** Places of the indicators in which it surely is the lowest, or the highest. */
  lowest: number[];
  highest: number[];
  /** Places of the indicators in which it surely lies below all others taken together. */
  below: number[];
  /** First and last measured share, when their intervals do not touch. */
  change: { from: number; to: number } | null;
}

/** The middle of some numbers; null of none. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function changeOf(months: StandingInput["months"]): Standing["change"] {
  const isMeasured = (month: StandingInput["months"][number]) => month !== null && month.met + month.missed > 0;
  const first = months.find(isMeasured);
  const last = months.findLast(isMeasured);
  if (!first || !last || first === last) return null;
  const start = wilson(first.met, first.met + first.missed);
  const end = wilson(last.met, last.met + last.missed);
  if (start.low <= end.high && end.low <= start.high) return null;
  return { from: first.met / (first.met + first.missed), to: last.met / (last.met + last.missed) };
}

const isMeasured = (cell: MeasuredCell | undefined) =>
  cell !== undefined && cell.share !== null && cell.interval !== null;

/**
 * Who stands out: lowest or highest in an indicator only where its interval does not touch that of all others taken
 * together, changed only where the intervals of the first and the last month do not touch. What chance explains is not said.
 */
export function standingOut(units: readonly StandingInput[]): Standing[] {
  const count = units[0]?.cells.length ?? 0;
  const found = new Map<string, Standing>(
    units.map(({ unitId, months }) => [
      unitId,
      { unitId, kind: "few", lowest: [], highest: [], below: [], change: changeOf(months) },
    ]),
  );
  for (let place = 0; place < count; place++) {
    const measured = units.filter(({ cells }) => isMeasured(cells[place]));
    if (measured.length < 2) continue;
    const total = { met: 0, n: 0, least: 1, most: 0 };
    for (const { cells } of measured) {
      const { met, n, share } = cells[place] as MeasuredCell & { share: number };
      total.met += met;
      total.n += n;
      total.least = Math.min(total.least, share);
      total.most = Math.max(total.most, share);
    }
    for (const { unitId, cells } of measured) {
      const { met, n, share, interval } = cells[place]!;
      const { low, high } = interval!;
      const standing = found.get(unitId)!;
      const others = wilson(total.met - met, total.n - n);
      if (high < others.low) standing.below.push(place);
      if (high < others.low && share === total.least) standing.lowest.push(place);
      if (low > others.high && share === total.most) standing.highest.push(place);
    }
  }
  const order = { fix: 0, watch: 1, praise: 2, few: 3 };
  return units
    .flatMap(({ unitId, ranked, cells }): Standing[] => {
      const standing = found.get(unitId)!;
      const { lowest, below, highest, change } = standing;
      if (lowest.length > 0) return [{ ...standing, kind: "fix" }];
      if (below.length > 0 || (change && change.to < change.from)) return [{ ...standing, kind: "watch" }];
      if (highest.length > 0 || change) return [{ ...standing, kind: "praise" }];
      return !ranked && cells.length > 0 ? [standing] : [];
    })
    .sort(
      (a, b) =>
        order[a.kind] - order[b.kind] || b.lowest.length - a.lowest.length || b.highest.length - a.highest.length,
    );
}
