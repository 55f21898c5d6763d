import { z } from "zod";
import type { DossierColumns } from "../dossier/dossier-columns";
import type { OutcomeCode } from "../outcome/outcome";
import { defineDossierRuleKind } from "./define-rule-kind";
import { dueFlipsAt, dueOutcome, dueReason } from "./due-outcome";

interface OnTime {
  promised: boolean;
}

function dueOf(rule: OnTime, cols: DossierColumns, i: number): number {
  return rule.promised ? cols.promisedAt[i]! : cols.dueAt[i]!;
}

function judge(rule: OnTime, cols: DossierColumns, i: number, asOf: number): OutcomeCode {
  return dueOutcome(cols, i, dueOf(rule, cols, i), asOf);
}

function block(
  rule: OnTime,
  cols: DossierColumns,
  from: number,
  to: number,
  asOf: number,
  out: Uint32Array,
  word: number,
  shift: number,
): void {
  for (let i = from; i < to; i++) out[2 * i + word]! |= judge(rule, cols, i, asOf) << shift;
}

/** The work is finished by the appointment: the first one, or the latest after re-appointments. */
export const dossierOnTime = defineDossierRuleKind({
  kind: "dossier.on-time",
  params: z.strictObject({ against: z.enum(["due", "promised"]).default("due") }),
  sampled: true,
  stricter: {},
  sentence: ({ against }, language) => {
    if (language === "vi") {
      return against === "due"
        ? "Hồ sơ được giải quyết xong không muộn hơn ngày, giờ hẹn trả kết quả ban đầu."
        : "Hồ sơ được giải quyết xong không muộn hơn ngày, giờ hẹn trả kết quả gần nhất.";
    }
    return `The dossier is finished no later than its ${against === "due" ? "first" : "latest"} appointment.`;
  },
  compile: ({ against }, { calendar }) => {
    const rule: OnTime = { promised: against === "promised" };
    return {
      judge: (cols, i, asOf) => judge(rule, cols, i, asOf),
      block: (cols, from, to, asOf, out, word, shift) => block(rule, cols, from, to, asOf, out, word, shift),
      reason: (cols, i, asOf) => dueReason(cols, i, dueOf(rule, cols, i), asOf, calendar),
      flipsAt: (cols, i, asOf) => dueFlipsAt(cols, i, dueOf(rule, cols, i), asOf),
    };
  },
});
