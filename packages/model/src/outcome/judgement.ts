import { type Judgement, OUTCOMES, type Outcome, type OutcomeCode, type Reason } from "./outcome";

const codes = new Map<Outcome, OutcomeCode>(OUTCOMES.map((outcome, code) => [outcome, code as OutcomeCode]));

/** The two-bit code of an outcome. */
export function outcomeCode(outcome: Outcome): OutcomeCode {
  return codes.get(outcome)!;
}

/** An outcome code with its reason. */
export function judgementOf(code: OutcomeCode, reason: Reason): Judgement {
  return { outcome: OUTCOMES[code], reason };
}

export const met = (reason: Reason): Judgement => ({ outcome: "met", reason });
export const missed = (reason: Reason): Judgement => ({ outcome: "missed", reason });
export const pending = (reason: Reason): Judgement => ({ outcome: "pending", reason });
export const notApplicable = (reason: Reason): Judgement => ({ outcome: "not-applicable", reason });
