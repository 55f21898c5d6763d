import { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import type { ModelSource } from "../model/model-schema";
import { MISSED, type OutcomeCode, PENDING } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";
import { countedOutcome } from "./count-outcome";
import { defineDossierRuleKind } from "./define-rule-kind";

function judge(max: number, cols: DossierColumns, i: number): OutcomeCode {
  return countedOutcome(cols, i, cols.reappointments[i]!, max);
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

const params = z.strictObject({ max: z.int().min(0).max(254).default(1) });
/** What is usual where no model says otherwise. */
const USUAL_MOST = 1;

/** How often a dossier may be given a new appointment, by the strictest of the models; a letter of apology names one. */
export function mostReappointments(models: readonly Pick<ModelSource, "rules">[]): number {
  const said = models.flatMap(({ rules }) =>
    Object.values(rules)
      .filter(({ kind }) => kind === "dossier.max-reappointments")
      .map(({ max }) => params.parse({ max }).max),
  );
  return Math.max(1, said.length > 0 ? Math.min(...said) : USUAL_MOST);
}

/** At most N new appointments for one dossier. */
export const dossierMaxReappointments = defineDossierRuleKind({
  kind: "dossier.max-reappointments",
  params,
  sampled: true,
  stricter: { max: "lower" },
  sentence: ({ max }, language) => {
    if (max === 0) return language === "vi" ? "Không hẹn lại ngày trả kết quả." : "The appointment is never moved.";
    return language === "vi"
      ? `Không hẹn lại ngày trả kết quả quá ${max} lần.`
      : `The appointment is moved at most ${max === 1 ? "once" : `${max} times`}.`;
  },
  compile: ({ max }) => ({
    judge: (cols, i) => judge(max, cols, i),
    block: (cols, from, to, _asOf, out, word, shift) => block(max, cols, from, to, out, word, shift),
    reason: (cols, i) => {
      const count = cols.reappointments[i]!;
      const code = judge(max, cols, i);
      if (code === MISSED) return reason("dossier.reappointmentsOver", { count, max });
      return reason(code === PENDING ? "dossier.reappointmentsSoFar" : "dossier.reappointmentsWithin", { count, max });
    },
    flipsAt: () => NEVER,
  }),
});
