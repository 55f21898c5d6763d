import type { Answer, Answers } from "./asked-questions";

/** Answers that two typings of one sheet have, and those in which they differ. Free text is not compared. */
export interface SheetComparison {
  compared: number;
  /** Ids of questions. */
  differing: string[];
}

const textOf = (answer: Answer | undefined) => JSON.stringify(answer ?? null);

/** Compares two typings of a sheet, question by question; one that only one of them has differs. */
export function compareSheets(first: Answers, second: Answers): SheetComparison {
  const ids = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return { compared: ids.length, differing: ids.filter((id) => textOf(first[id]) !== textOf(second[id])) };
}

/** Share of answers that may differ in the sample; beyond it every sheet is typed twice. */
export const MOST_DIFFERING = 0.05;
/** Of each so many sheets, one is typed twice. */
const ONE_OF = 10;
const LEAST = 3;

/** How many sheets of a batch are drawn to be typed twice: one of ten, at least three. */
export function sampleSize(sheets: number): number {
  return Math.min(sheets, Math.max(LEAST, Math.ceil(sheets / ONE_OF)));
}
