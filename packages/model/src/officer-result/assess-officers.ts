import type { LevelCounts } from "../rules/facts";
import { countAll, countAt } from "../rules/level-counts";
import { wilson } from "../score/wilson";
import { type AnsweredLine, answeredOf, shareOf, type ToldShare } from "../survey/answered";
import { tellApart, toldAt } from "../survey/shown-answers";

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

/** Dissatisfied answers as far as they are told. */
export interface DissatisfiedShare {
  n: number;
  /** Null where too few are on one side to be told by themselves. */
  told: ToldShare | null;
  /** More than the rule lets pass; false without a rule. */
  above: boolean;
  /** True when chance alone hardly explains it: the lower bound too is above. */
  sure: boolean;
}

/** Whether an officer has enough answers to be judged, and more dissatisfied ones than the rule lets pass. */
export function assessOfficer({ levels }: OfficerCounts, rule: OfficerRule): OfficerState {
  const n = levels === null ? 0 : countAll(levels);
  if (levels === null || n < rule.minN) return "few";
  return rule.above !== null && countAt(levels, rule.levels) > rule.above * n ? "told" : "calm";
}

/**
 * What is told of an officer's answers by level: the dissatisfied share, and in lines all answers; no number of either
 * tells fewer answers than a cell. Null without any answer.
 */
export function dissatisfiedShare(
  levels: LevelCounts,
  { levels: counted, above }: Pick<OfficerRule, "levels" | "above">,
  minCell: number,
): { share: DissatisfiedShare; lines: AnsweredLine[] } | null {
  const n = countAll(levels);
  if (n === 0) return null;
  const dissatisfied = countAt(levels, counted);
  const over = above !== null && dissatisfied > above * n;
  const low = levels.flatMap((_, i) => (counted.includes(i + 1) ? [i] : []));
  const high = levels.flatMap((_, i) => (counted.includes(i + 1) ? [] : [i]));
  const scale = { width: levels.length, sides: [low, high] };
  const answers = tellApart(levels, n, scale, minCell);
  const range = toldAt(answers, low);
  // On which side of the rule they lie is known beside it: few that are no more than may be, and not nearly told by that.
  const most = above === null || range.low === range.high ? range.high : Math.min(range.high, Math.floor(above * n));
  const hidden = range.low < range.high && (over || most < 2);
  const told = shareOf({ ...range, high: Math.max(range.low, most) });
  return {
    share: {
      n,
      told: hidden ? null : told,
      above: over,
      sure: above !== null && wilson(dissatisfied, n).low > above,
    },
    lines: hidden
      ? [{ options: [...levels.keys()], low: n, high: n }]
      : answeredOf({ kind: "level5" }, answers, scale).lines,
  };
}
