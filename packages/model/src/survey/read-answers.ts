import type { Question, SurveyForm } from "../model/model-schema";
import { type Answer, askedQuestions } from "./asked-questions";

/** A form field is named by this and the id of its question. */
export const FIELD = "a-";
/** Characters of one free text. */
export const LONGEST_TEXT = 1000;

export type AnswerProblem = "required" | "unknown" | "tooLong" | "empty";

export interface ReadSheet {
  answers: Record<string, Answer>;
  /** Free text by question id. */
  texts: Record<string, string>;
  /** By question id, in the order of the form; "empty" under "" when nothing at all was answered. */
  problems: [id: string, problem: AnswerProblem][];
}

/** Fields as a browser sends them; a name may come more than once. */
export type SentFields = readonly (readonly [name: string, value: string])[];

const BOOLEANS: Readonly<Record<string, boolean>> = { yes: true, no: false };

function numberUpTo(value: string, last: number): number | undefined {
  const number = /^[1-9]\d?$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= last ? number : undefined;
}

/** The answer that these values mean; undefined when the question has no such answer. */
function answerOf({ kind, options = [] }: Question, values: readonly string[]): Answer | undefined {
  const [first = "", ...more] = values;
  if (kind === "several") {
    const numbers = [...new Set(values.map((value) => numberUpTo(value, options.length)))];
    const known = numbers.flatMap((number) => (number === undefined ? [] : [number]));
    return known.length === numbers.length ? known.sort((a, b) => a - b) : undefined;
  }
  if (more.length > 0) return undefined;
  if (kind === "yes-no") return Object.hasOwn(BOOLEANS, first) ? BOOLEANS[first] : undefined;
  return numberUpTo(first, kind === "level5" ? 5 : options.length);
}

/** One kind of line break and no blanks around; control characters, which no one types, are left out. */
function plainText(value: string): string {
  const lines = value.normalize("NFC").replace(/\r\n?/g, "\n");
  return [...lines]
    .filter((char) => char === "\n" || char === "\t" || char >= " ")
    .join("")
    .trim();
}

/**
 * Reads what was sent for a form: an answer for each question that is asked after the answers before it; what was sent
 * for a question that is not asked is left out. A field that is no question of the form counts for nothing.
 */
export function readAnswers(form: SurveyForm, fields: SentFields): ReadSheet {
  const sent = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (!name.startsWith(FIELD) || value === "") continue;
    const id = name.slice(FIELD.length);
    sent.set(id, [...(sent.get(id) ?? []), value]);
  }
  const given: Record<string, Answer> = {};
  const unknown = new Set<string>();
  for (const question of form.questions) {
    const values = sent.get(question.id);
    if (!values || question.kind === "text") continue;
    const answer = answerOf(question, values);
    if (answer === undefined) unknown.add(question.id);
    else given[question.id] = answer;
  }
  const sheet: ReadSheet = { answers: {}, texts: {}, problems: [] };
  for (const question of askedQuestions(form, given)) {
    const { id, kind } = question;
    const answer = given[id];
    const text = kind === "text" ? plainText(sent.get(id)?.[0] ?? "") : "";
    if (unknown.has(id)) sheet.problems.push([id, "unknown"]);
    else if (text.length > LONGEST_TEXT) sheet.problems.push([id, "tooLong"]);
    else if (answer !== undefined) sheet.answers[id] = answer;
    else if (text) sheet.texts[id] = text;
    else if (question.required) sheet.problems.push([id, "required"]);
  }
  const isEmpty = Object.keys(sheet.answers).length === 0 && Object.keys(sheet.texts).length === 0;
  if (isEmpty && sheet.problems.length === 0) sheet.problems.push(["", "empty"]);
  return sheet;
}
