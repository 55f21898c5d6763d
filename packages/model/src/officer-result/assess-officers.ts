import type { LevelCounts } from "../rules/facts";
import { countAll, countAt } from "../rules/level-counts";
import { type Interval, wilson } from "../score/wilson";

/** When an officer is judged, and when the chairman is told; `above` null when no rule says. */
export interface OfficerRule {
  /** The levels that count as dissatisfied. */
  levels: readonly number[];
  above: number | null;
  minN: number;
}

export interface OfficerCounts {
  officer: string;
  levels: LevelCounts;
}

export interface AssessedOfficer extends OfficerCounts {
  /** Too few answers to be shown to anyone; no more dissatisfied ones than may be; more, so that the chairman is told. */
  state: "few" | "calm" | "told";
}

/** Share of dissatisfied answers with its bounds. */
export interface DissatisfiedShare {
  n: number;
  dissatisfied: number;
  share: number;
  interval: Interval;
  /** True when chance alone hardly explains it: the lower bound too is above. */
  sure: boolean;
}

/**
 * Who has enough answers to be judged, and who is above. An officer with few is shown to nobody; where all of these
 * together have fewer than `minCell` answers, the one with the fewest of the others is left out with them, so that the
 * total less all that is shown never tells a small cell.
 */
export function assessOfficers(
  counts: readonly OfficerCounts[],
  rule: OfficerRule,
  minCell: number,
): AssessedOfficer[] {
  const least = Math.max(rule.minN, minCell);
  const sizes = counts.map(({ levels }) => countAll(levels));
  const hidden = new Set(sizes.flatMap((n, i) => (n < least ? [i] : [])));
  const together = [...hidden].reduce((sum, i) => sum + sizes[i]!, 0);
  if (together > 0 && together < minCell) {
    const [smallest] = sizes
      .map((n, i) => ({ n, i }))
      .filter(({ i }) => !hidden.has(i))
      .sort((a, b) => a.n - b.n || (counts[a.i]!.officer < counts[b.i]!.officer ? -1 : 1));
    if (smallest) hidden.add(smallest.i);
  }
  return counts.map((one, i) => {
    if (hidden.has(i)) return { ...one, state: "few" };
    const above = rule.above !== null && countAt(one.levels, rule.levels) > rule.above * sizes[i]!;
    return { ...one, state: above ? "told" : "calm" };
  });
}

/** The dissatisfied share of answers by level, with its 95 % Wilson interval; null without any answer. */
export function dissatisfiedShare(
  levels: LevelCounts,
  { levels: counted, above }: Pick<OfficerRule, "levels" | "above">,
): DissatisfiedShare | null {
  const n = countAll(levels);
  if (n === 0) return null;
  const dissatisfied = countAt(levels, counted);
  const interval = wilson(dissatisfied, n);
  return { n, dissatisfied, share: dissatisfied / n, interval, sure: above !== null && interval.low > above };
}
