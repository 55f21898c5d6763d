import type { z } from "zod";
import type { Language, NameOf, Stricter } from "../rules/define-rule-kind";

/** What the model language needs to know of a rule kind; every kind of the registry is one. */
export interface RuleWord {
  readonly kind: string;
  readonly params: z.ZodObject;
  readonly stricter: Readonly<Record<string, Stricter | undefined>>;
  sentence(params: Record<string, unknown>, language: Language, nameOf?: NameOf): string;
}

/** Rule kinds by name. */
export type RuleLanguage = ReadonlyMap<string, RuleWord>;

/** Keys of a rule that are not parameters of its kind. */
const RULE_FRAME: ReadonlySet<string> = new Set(["kind", "title", "clause", "note", "floor"]);

/** The parameters that stand beside `kind` in a rule, as written. */
export function paramsOf(rule: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).filter(([key]) => !RULE_FRAME.has(key)));
}
