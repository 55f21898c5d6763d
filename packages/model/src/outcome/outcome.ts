/** What a rule says of a fact. Two bits in packed outcomes: the position in {@link OUTCOMES} is the code. */
export const OUTCOMES = ["not-applicable", "met", "missed", "pending"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const NOT_APPLICABLE = 0;
export const MET = 1;
export const MISSED = 2;
export const PENDING = 3;
export type OutcomeCode = 0 | 1 | 2 | 3;

/** Why an outcome came out as it did: a key of the i18n area `reason`, and its parameters (minutes are working minutes, `*At` are local minutes). */
export interface Reason {
  key: string;
  params: Record<string, string | number | boolean | null>;
}

export interface Judgement {
  outcome: Outcome;
  reason: Reason;
}
