import { z } from "zod";
import { NEVER } from "../dossier/dossier-facts";
import { met, missed, notApplicable, pending } from "../outcome/judgement";
import { reason } from "../outcome/reason-keys";
import { defineFactRuleKind } from "./define-rule-kind";
import { TermClock, termParam, termWords } from "./term-param";

/** Feedback that wants an answer has one within a term of receipt. One judgement each. */
export const feedbackAnswered = defineFactRuleKind({
  kind: "feedback.answered",
  judges: "feedback",
  params: z.strictObject({ within: termParam }),
  sampled: true,
  stricter: { within: "shorter" },
  sentence: ({ within }, language) =>
    language === "vi"
      ? `Góp ý của người dân được trả lời ${termWords(within, "vi")} kể từ khi nhận.`
      : `Feedback from citizens is answered ${termWords(within, "en")} of receipt.`,
  judge: ({ within }, feedback, asOf, { calendar }) => {
    const clock = new TermClock(within, calendar);
    return feedback.map(({ receivedAt, answeredAt, needsAnswer }) => {
      if (!needsAnswer) return notApplicable(reason("feedback.noAnswerNeeded", {}));
      const dueAt = clock.dueAt(receivedAt);
      if (answeredAt <= dueAt) return met(reason("feedback.answered", { answeredAt, dueAt }));
      if (answeredAt !== NEVER) {
        const lateMinutes = calendar.workingMinutesBetween(dueAt, answeredAt);
        return missed(reason("feedback.answeredLate", { answeredAt, dueAt, lateMinutes }));
      }
      if (asOf <= dueAt) {
        return pending(reason("feedback.running", { dueAt, leftMinutes: calendar.workingMinutesBetween(asOf, dueAt) }));
      }
      return missed(reason("feedback.unanswered", { dueAt, lateMinutes: calendar.workingMinutesBetween(dueAt, asOf) }));
    });
  },
});
