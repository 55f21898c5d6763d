import type { LocalDate } from "@gandan/calendar/local-time";
import type { Answer, Answers } from "./asked-questions";
import { spanStart } from "./ten-day-span";

/** An answer sheet as it is counted. */
export interface CountedSheet {
  formId: string;
  day: LocalDate;
  source: string;
  pointId: string | null;
  procedureCode: string | null;
  officer: string | null;
  answers: Answers;
  marks: readonly string[];
}

export type SurveyDimension = "all" | "source" | "procedure" | "point" | "officer" | "mark";

/** What sheets add to one row of `rollup_survey`. */
export interface SurveyCount {
  formId: string;
  dimension: SurveyDimension;
  day: LocalDate;
  value: string;
  questionId: string;
  counts: number[];
}

/** Under it stands, for a question with several answers, how many sheets answered it at all: one number. */
export const answeredOf = (questionId: string): string => `${questionId}#`;

/** Places, from 0, of an answer among the counts of its question. */
function placesOf(answer: Answer): readonly number[] {
  if (typeof answer === "boolean") return [answer ? 1 : 0];
  return (typeof answer === "number" ? [answer] : answer).map((number) => number - 1);
}

/** Numbers that the counts of a question have at least, so that levels and [no, yes] stand all there. */
const widthOf = (answer: Answer): number => (typeof answer === "boolean" ? 2 : typeof answer === "number" ? 5 : 1);

function* linesOf(sheet: CountedSheet): Generator<[SurveyDimension, LocalDate, string, boolean]> {
  const span = spanStart(sheet.day);
  yield ["all", sheet.day, "", true];
  yield ["source", span, sheet.source, false];
  if (sheet.procedureCode !== null) yield ["procedure", span, sheet.procedureCode, true];
  // One sheet stands among the answers of one place only: its procedure, or else the point.
  if (sheet.pointId !== null) yield ["point", span, sheet.pointId, sheet.procedureCode === null];
  if (sheet.officer !== null) yield ["officer", span, sheet.officer, true];
  for (const mark of new Set(sheet.marks)) yield ["mark", span, mark, false];
}

/**
 * Counts of sheets by one dimension at a time, in the order of their keys. Sheets as a whole by day; all else by spans of
 * ten days. Sources and marks count sheets and no answers.
 */
export function countSheets(sheets: readonly CountedSheet[]): SurveyCount[] {
  const counts = new Map<string, SurveyCount>();
  const add = (row: Omit<SurveyCount, "counts">, places: readonly number[], width = 1) => {
    if (places.length === 0) return;
    const key = [row.formId, row.dimension, row.day, row.value, row.questionId].join("\u0000");
    const known = counts.get(key) ?? { ...row, counts: [] };
    counts.set(key, known);
    for (const place of places) {
      while (known.counts.length < Math.max(width, place + 1)) known.counts.push(0);
      known.counts[place] = (known.counts[place] ?? 0) + 1;
    }
  };
  for (const sheet of sheets) {
    for (const [dimension, day, value, withAnswers] of linesOf(sheet)) {
      const row = { formId: sheet.formId, dimension, day, value };
      add({ ...row, questionId: "" }, [0]);
      if (!withAnswers) continue;
      for (const [questionId, answer] of Object.entries(sheet.answers)) {
        add({ ...row, questionId }, placesOf(answer), widthOf(answer));
        if (typeof answer === "object") add({ ...row, questionId: answeredOf(questionId) }, [0]);
      }
    }
  }
  // Two workers that add to the same rows take them in the same order.
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
