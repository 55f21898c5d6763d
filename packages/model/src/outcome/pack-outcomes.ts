import { AppError } from "../error/app-error";
import { outcomeCode } from "./judgement";
import { type Judgement, OUTCOMES, type Outcome, type OutcomeCode } from "./outcome";

/** Two bits a rule in one 64-bit integer. */
export const MAX_DOSSIER_RULES = 32;

/**
 * Outcomes of one dossier as one signed 64-bit integer, as a PostgreSQL bigint stores it:
 * rule r of `dossierRuleIds` has the two bits from 2r. Throws `rule.tooMany` above 32 rules.
 */
export function packOutcomes(judgements: readonly Pick<Judgement, "outcome">[]): bigint {
  if (judgements.length > MAX_DOSSIER_RULES) {
    throw new AppError("INVALID", "rule.tooMany", { count: judgements.length, max: MAX_DOSSIER_RULES });
  }
  let bits = 0n;
  for (let rule = judgements.length - 1; rule >= 0; rule--) {
    bits = (bits << 2n) | BigInt(outcomeCode(judgements[rule]!.outcome));
  }
  return BigInt.asIntN(64, bits);
}

/** The outcomes in `bits`, aligned with the `count` dossier rules of the version they were judged by. */
export function unpackOutcomes(bits: bigint, count: number): Outcome[] {
  const outcomes: Outcome[] = [];
  let rest = BigInt.asUintN(64, bits);
  for (let rule = 0; rule < count; rule++) {
    outcomes.push(OUTCOMES[Number(rest & 3n)]!);
    rest >>= 2n;
  }
  return outcomes;
}

/** Code of rule `rule` for row `i` in the two words a row that `judgeColumns` gives. */
export function outcomeCodeAt(packed: Uint32Array, i: number, rule: number): OutcomeCode {
  return ((packed[2 * i + (rule >> 4)]! >>> ((rule & 15) * 2)) & 3) as OutcomeCode;
}
