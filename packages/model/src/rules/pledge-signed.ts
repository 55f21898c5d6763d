import { minuteOfDate } from "@gandan/calendar/local-time";
import { z } from "zod";
import { localDate } from "../model/model-schema";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import type { PledgeFacts } from "./facts";
import { dateWords, percent } from "./word-names";

function deadline(by: string, before: boolean): number {
  return before ? minuteOfDate(by) - 1 : minuteOfDate(by, "24:00") - 1;
}

function signedBy(facts: PledgeFacts, limit: number): number {
  return Math.min(facts.staff, facts.signedAt.filter((at) => at <= limit).length);
}

/** A share of the staff has signed the pledge by a date (plan 000, II.3.d: 100 %, before 17/4/2023). The indicator counts persons. */
export const pledgeSigned = defineFactRuleKind({
  kind: "pledge.signed",
  judges: "pledge",
  params: z.strictObject({
    share: z.number().gt(0).max(1).default(1),
    by: localDate,
    /** True when the plan says "before" the date: the date itself is then too late. */
    before: z.boolean().default(false),
  }),
  sampled: false,
  stricter: { share: "higher", by: "lower" },
  sentence: ({ share, by, before }, language) => {
    const date = dateWords(by, language);
    if (language === "vi") {
      return `${percent(share, "vi")} cán bộ, công chức ký bản cam kết ${before ? "trước" : "chậm nhất"} ngày ${date}.`;
    }
    return `${percent(share, "en")} of the staff have signed the pledge ${before ? "before" : "by"} ${date}.`;
  },
  judge: ({ share, by, before }, facts, asOf) => {
    if (facts.staff === 0) return [notApplicable(reason("pledge.noStaff", {}))];
    const limit = deadline(by, before);
    const signed = signedBy(facts, limit);
    const needed = Math.ceil(share * facts.staff - 1e-9);
    if (signed >= needed) return [met(reason("pledge.signed", { signed, staff: facts.staff, byDate: by }))];
    const params = { signed, staff: facts.staff, needed, byDate: by };
    return [asOf <= limit ? pending(reason("pledge.running", params)) : missed(reason("pledge.notSigned", params))];
  },
  tally: ({ by, before }, facts, asOf) => {
    const limit = deadline(by, before);
    const signed = signedBy(facts, limit);
    const rest = facts.staff - signed;
    const open = asOf <= limit;
    return { met: signed, missed: open ? 0 : rest, pending: open ? rest : 0, notApplicable: 0 };
  },
});
