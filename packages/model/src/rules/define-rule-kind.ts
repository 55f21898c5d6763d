import type { z } from "zod";

export type Language = "vi" | "en";

export type Judges =
  | "dossier"
  | "survey"
  | "officer"
  | "activity"
  | "petition"
  | "feedback"
  | "pledge"
  | "task"
  | "publication"
  | "report"
  | "index";

/** Which change of a parameter makes a rule stricter, so that a floor may be raised and never lowered. */
export type Stricter = "higher" | "lower" | "superset" | "subset" | "shorter" | "fixed";

export interface RuleKindBase<P extends z.ZodObject> {
  /** `<area>.<name>`, as written in a model's YAML. */
  kind: string;
  params: P;
  /** By parameter name; a parameter not named is `fixed` under a floor. */
  stricter: Partial<Record<keyof z.infer<P> & string, Stricter>>;
  /** The rule as one sentence an official would sign. */
  sentence: (params: z.infer<P>, language: Language) => string;
}
