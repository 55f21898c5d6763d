import type { ProblemKey, ProblemParams } from "./problem-messages";
import type { Sentence } from "./sentence";

/** Keys and list positions from the root of a YAML text. */
export type Path = readonly (string | number)[];

/** Something wrong, before its place in the text is known. */
export interface Finding {
  key: ProblemKey;
  path: Path;
  /** Which end of the pair the reader has to look at. A path that is not in the text points at its nearest ancestor. */
  at: "key" | "value";
  params: ProblemParams;
  /** Another place that the sentence names by its line, e.g. the first use of an id. */
  other?: Path;
}

/** Something wrong in a text, where it is (1-based), and what to do about it in both languages. */
export interface ModelProblem {
  file: string;
  line: number;
  column: number;
  /** Readable path: list entries by their id where they have one, e.g. `slogans.ba-khong.commitments.khong-tre-hen.text`. */
  path: string;
  key: ProblemKey;
  message: Sentence;
}
