import type { AskedWhen, Question, SurveyForm } from "@gandan/model/model/model-schema";

/** So many conditions have a rule in the style sheet; questions under further ones are always shown, with their hint. */
const MOST_GROUPS = 8;

/**
 * The conditions of a form as numbered groups: an answer that opens a group and the questions shown by it carry its
 * number, so that the style sheet alone, without any script, shows what is asked and hides what is not.
 */
export interface Conditions {
  /** Number of the group; null without a condition. */
  groupOf: (when: AskedWhen | undefined) => number | null;
  /** Groups that an answer opens, as its field sends it. */
  openedBy: (questionId: string, value: string) => number[];
  /** Whether a question is asked whatever was answered. */
  isAlways: (question: Question) => boolean;
}

const answerText = (answer: boolean | number) => (answer === true ? "yes" : answer === false ? "no" : String(answer));
const keyOf = ({ question, answer }: AskedWhen) => `${question}=${answer.map(answerText).sort().join(",")}`;

export function conditionsOf(form: SurveyForm): Conditions {
  const sections = new Map((form.sections ?? []).map((section) => [section.id, section]));
  const groups = new Map<string, { number: number; when: AskedWhen }>();
  for (const { asked_when } of [...(form.sections ?? []), ...form.questions]) {
    if (asked_when && !groups.has(keyOf(asked_when)) && groups.size < MOST_GROUPS) {
      groups.set(keyOf(asked_when), { number: groups.size + 1, when: asked_when });
    }
  }
  return {
    groupOf: (when) => (when ? (groups.get(keyOf(when))?.number ?? null) : null),
    openedBy: (questionId, value) =>
      [...groups.values()]
        .filter(({ when }) => when.question === questionId && when.answer.map(answerText).includes(value))
        .map(({ number }) => number),
    isAlways: ({ asked_when, section }) => !asked_when && (section === undefined || !sections.get(section)?.asked_when),
  };
}
