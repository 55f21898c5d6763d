import type { ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { reminderSentences } from "../notice/reminder-plan";
import type { Language, NameOf } from "../rules/define-rule-kind";
import { entryNames } from "../rules/entry-names";
import { ruleKinds } from "../rules/rule-kinds";
import { countCommitments } from "./count-commitments";

/** One thing that measures a commitment or criterion. */
export interface Measure {
  type: "rule" | "question" | "evidence" | "task";
  id: string;
  title: string;
  /** Of a rule: what it asks, as one sentence. */
  sentence: string | null;
  clause: string | null;
  /** Points of the score lines it counts in; null when it counts in none. */
  points: number | null;
}

export interface DescribedCommitment {
  id: string;
  text: string;
  detail: string[];
  clause: string | null;
  /** Id of the model whose text stands in, where the plan gives none. */
  standsIn: string | null;
  measures: Measure[];
}

export interface DescribedModel {
  slogans: { id: string; title: string; clause: string | null; commitments: DescribedCommitment[] }[];
  criteria: { id: string; title: string; detail: string[]; clause: string | null; measures: Measure[] }[];
  rules: Measure[];
  /** When officers are reminded, as one sentence; `own` when the model says so itself, clause included. */
  reminders: { sentence: string; own: boolean; clause: string | null };
  commitments: number;
  /** Commitments that nothing measures. */
  unmeasured: number;
}

/** A rule as one sentence; its kind where the parameters do not fit. */
export function ruleSentence(rule: ModelSource["rules"][string], language: Language, nameOf?: NameOf): string {
  const kind = ruleKinds.get(rule.kind);
  const params = kind?.params.safeParse(paramsOf(rule));
  return kind && params?.success ? kind.sentence(params.data, language, nameOf) : rule.kind;
}

/** A resolved model as its readers see it: each promise with what measures it. */
export function describeModel(source: ModelSource, language: Language): DescribedModel {
  const lines = source.scorecard?.lines ?? [];
  const questions = new Map(source.surveys.flatMap((form) => form.questions).map((one) => [one.id, one]));

  const nameOf = entryNames(source);
  const ruleMeasure = (id: string): Measure | undefined => {
    const rule = source.rules[id];
    if (!rule) return undefined;
    const sentence = ruleSentence(rule, language, nameOf);
    const counting = lines.filter(({ measured_by }) => measured_by.includes(id));
    return {
      type: "rule",
      id,
      title: rule.title ?? sentence,
      sentence,
      clause: rule.clause ?? null,
      points: counting.length ? counting.reduce((sum, { points }) => sum + points, 0) : null,
    };
  };

  const measureOf = (id: string): Measure[] => {
    const rule = ruleMeasure(id);
    if (rule) return [rule];
    const rest = { id, sentence: null, points: null };
    const question = questions.get(id);
    if (question) return [{ ...rest, type: "question", title: question.text, clause: null }];
    const evidence = source.evidence.find((one) => one.id === id);
    if (evidence) return [{ ...rest, type: "evidence", title: evidence.title, clause: evidence.clause ?? null }];
    const task = source.timeline.find((one) => one.id === id);
    return task ? [{ ...rest, type: "task", title: task.title, clause: task.clause ?? null }] : [];
  };

  const slogans = source.slogans.map(({ id, title, clause, commitments }) => ({
    id,
    title,
    clause: clause ?? null,
    commitments: commitments.map((one) => ({
      id: one.id,
      text: one.text,
      detail: one.detail,
      clause: one.clause ?? null,
      standsIn: one.stands_in_from?.model ?? null,
      measures: one.measured_by.flatMap(measureOf),
    })),
  }));
  const { commitments, measured } = countCommitments(source);
  return {
    slogans,
    criteria: source.criteria.map(({ id, title, detail, clause, measured_by }) => ({
      id,
      title,
      detail,
      clause: clause ?? null,
      measures: measured_by.flatMap(measureOf),
    })),
    rules: Object.keys(source.rules).flatMap((id) => ruleMeasure(id) ?? []),
    reminders: {
      sentence: reminderSentences(source.reminders)[language],
      own: source.reminders !== undefined,
      clause: source.reminders?.clause ?? null,
    },
    commitments,
    unmeasured: commitments - measured,
  };
}
