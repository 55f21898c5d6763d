import { AppError } from "../error/app-error";
import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { emptyTally, type Tally } from "../outcome/tally";
import type { Language, RuleKind } from "../rules/define-rule-kind";
import { entryNames } from "../rules/entry-names";
import { ruleKinds } from "../rules/rule-kinds";
import { type Indicators, type Score, type ScoredLine, scoreModel } from "./score-model";
import { type Interval, wilson } from "./wilson";

/** How often a reason (key of the i18n area `reason`) was given for an outcome of a rule. */
export interface ReasonCount {
  key: string;
  n: number;
}

/** One step below a line of the scorecard: what a rule says, what was counted, and why. */
export interface ExplainedRule {
  id: string;
  /** What its indicator counts: dossiers, answers of citizens, officers … */
  judges: RuleKind["judges"];
  title: string | null;
  /** The rule as one sentence in the language asked for. */
  sentence: string;
  /** Clause of the plan or law. */
  clause: string | null;
  tally: Tally;
  /** Share met of met + missed; null when nothing was judged. */
  share: number | null;
  interval: Interval | null;
  /** Points of the line lost to the misses of this rule; null unless the line is measured. */
  lost: number | null;
  /** Most frequent first. */
  reasons: ReasonCount[];
  /** Commitments of the slogans that this rule measures. */
  commitments: { id: string; text: string; clause: string | null }[];
}

export interface ExplainedLine extends ScoredLine {
  clause: string | null;
  rules: ExplainedRule[];
  /** Names in `measured_by` that no rule stands for: questions, evidence, tasks. */
  otherIds: string[];
}

export interface Explanation extends Omit<Score, "lines"> {
  lines: ExplainedLine[];
}

/**
 * From the points down to the reasons: each line with its rules, each rule with its sentence, clause, indicator and
 * reasons. `reasons` are counts by rule id, as roll-ups keep them for missed outcomes.
 */
export function explainScore(
  source: ModelSource,
  indicators: Indicators,
  reasons: ReadonlyMap<string, readonly ReasonCount[]>,
  language: Language,
): Explanation {
  const score = scoreModel(source, indicators);
  const lines = score.lines.map((scored, i): ExplainedLine => {
    const line = source.scorecard!.lines[i]!;
    const ids = [...new Set(line.measured_by)];
    const ruleIds = ids.filter((id) => source.rules[id] !== undefined);
    const missed = ruleIds.reduce((sum, id) => sum + (indicators.get(id)?.missed ?? 0), 0);
    const lost = scored.earned === null ? null : scored.points - scored.earned;
    return {
      ...scored,
      clause: line.clause ?? null,
      otherIds: ids.filter((id) => source.rules[id] === undefined),
      rules: ruleIds.map((id) => {
        const rule = explainRule(source, id, indicators.get(id), reasons.get(id) ?? [], language);
        return { ...rule, lost: lost === null ? null : missed === 0 ? 0 : (lost * rule.tally.missed) / missed };
      }),
    };
  });
  return { ...score, lines };
}

/** One rule of a model with its indicator and reasons. Throws AppError `rule.unknown`. */
export function explainRule(
  source: Pick<ModelSource, "rules" | "slogans" | "surveys" | "forms" | "timeline" | "reports" | "evidence">,
  ruleId: string,
  tally: Tally = emptyTally(),
  reasons: readonly ReasonCount[] = [],
  language: Language = "vi",
): ExplainedRule {
  const rule = source.rules[ruleId];
  const kind = ruleKinds.get(rule?.kind ?? "");
  if (rule === undefined || kind === undefined) throw new AppError("NOT_FOUND", "rule.unknown", { rule: ruleId });
  const n = tally.met + tally.missed;
  return {
    id: ruleId,
    judges: kind.judges,
    title: rule.title ?? null,
    sentence: kind.sentence(paramsOf(rule), language, entryNames(source)),
    clause: rule.clause ?? null,
    tally,
    share: n === 0 ? null : tally.met / n,
    interval: n === 0 || !kind.sampled ? null : wilson(tally.met, n),
    lost: null,
    reasons: [...reasons].sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1)),
    commitments: source.slogans
      .flatMap(({ commitments }) => commitments)
      .filter(({ measured_by }) => measured_by.includes(ruleId))
      .map(({ id, text, clause }) => ({ id, text, clause: clause ?? null })),
  };
}
