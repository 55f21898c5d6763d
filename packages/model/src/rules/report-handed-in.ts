import { z } from "zod";
import { NEVER } from "../dossier/dossier-facts";
import { slug } from "../model/model-schema";
import { met, missed, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";

/** A report is handed in by its date. One judgement for each time it falls due. */
export const reportHandedIn = defineFactRuleKind({
  kind: "report.handed-in",
  judges: "report",
  params: z.strictObject({ report: slug }),
  sampled: false,
  stricter: {},
  sentence: ({ report }, language, nameOf) =>
    language === "vi"
      ? `Báo cáo "${nameOf(report)}" được nộp đúng thời hạn.`
      : `Report "${nameOf(report)}" is handed in by its date.`,
  judge: ({ report }, reports, asOf) =>
    reports
      .filter((one) => one.report === report)
      .map(({ dueAt, handedInAt }) => {
        if (handedInAt <= dueAt) return met(reason("report.handedIn", { handedInAt, dueAt }));
        if (handedInAt !== NEVER) return missed(reason("report.handedInLate", { handedInAt, dueAt }));
        return asOf <= dueAt
          ? pending(reason("report.running", { dueAt }))
          : missed(reason("report.notHandedIn", { dueAt }));
      }),
});
