import { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { MISSED, type OutcomeCode, PENDING } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { countedOutcome } from "./count-outcome";
import { defineDossierRuleKind } from "./define-rule-kind";

function judge(max: number, cols: DossierColumns, i: number): OutcomeCode {
  return countedOutcome(cols, i, cols.supplementRequests[i]!, max);
}

function block(
  max: number,
  cols: DossierColumns,
  from: number,
  to: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(max, cols, i) << shift;
}

/** Specific, complete, in one go: at most N requests for supplements (plan 002, II.1.3). */
export const dossierMaxSupplements = defineDossierRuleKind({
  kind: "dossier.max-supplements",
  params: z.strictObject({ max: z.int().min(0).max(254).default(1) }),
  sampled: true,
  stricter: { max: "lower" },
  sentence: ({ max }, language) => {
    if (max === 0)
      return language === "vi" ? "Không yêu cầu bổ sung hồ sơ." : "The citizen is never asked for supplements.";
    return language === "vi"
      ? `Không yêu cầu bổ sung hồ sơ quá ${max} lần.`
      : `The citizen is asked for supplements at most ${max === 1 ? "once" : `${max} times`}.`;
  },
  compile: ({ max }) => ({
    judge: (cols, i) => judge(max, cols, i),
    block: (cols, from, to, _asOf, out, word, shift) => block(max, cols, from, to, out, word, shift),
    reason: (cols, i) => {
      const count = cols.supplementRequests[i]!;
      const code = judge(max, cols, i);
      if (code === MISSED) return reason("dossier.supplementsOver", { count, max });
      return reason(code === PENDING ? "dossier.supplementsSoFar" : "dossier.supplementsWithin", { count, max });
    },
    flipsAt: () => NEVER,
  }),
});
