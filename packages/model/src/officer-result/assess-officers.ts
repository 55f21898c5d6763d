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
  /** Null where too few answers speak of the officer to be shown to anyone. */
  levels: LevelCounts | null;
}

/** Too few answers to be judged; no more dissatisfied ones than may be; more, so that the chairman is told. */
export type OfficerState = "few" | "calm" | "told";

/** Share of dissatisfied answers with its bounds. */
export interface DissatisfiedShare {
  n: number;
  dissatisfied: number;
  share: number;
  interval: Interval;
  /** True when chance alone hardly explains it: the lower bound too is above. */
  sure: boolean;
}

/** Whether an officer has enough answers to be judged, and more dissatisfied ones than the rule lets pass. */
export function assessOfficer({ levels }: OfficerCounts, rule: OfficerRule): OfficerState {
  const n = levels === null ? 0 : countAll(levels);
  if (levels === null || n < rule.minN) return "few";
  return rule.above !== null && countAt(levels, rule.levels) > rule.above * n ? "told" : "calm";
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
