import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ThankFeedback } from "@gandan/model/feedback/feedback-inputs";
import { draftLetter } from "../letter/draft-letter";
import { doDeed } from "./feedback-events";
import { lockSeen } from "./may-see";
import { numberOf } from "./receive-feedback";

/**
 * Drafts a letter of thanks to who gave a feedback and left a name; it is signed like any other. Once a feedback: the
 * letter bears its id, so that of two who press at once, or after a failure between the two, there is one letter.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound; INVALID unit.ended, feedback.noName; CONFLICT
 * feedback.changed
 */
export async function thankFeedback(ctx: UnitCtx, input: ThankFeedback): Promise<{ letterId: string }> {
  authorize(ctx, "feedback:answer");
  authorize(ctx, "letter:draft");
  const { unitId, now, actor } = ctx;
  const letterId = input.feedbackId;
  const wanted = await inUnit(ctx, async (_tx, sql) => {
    const feedback = await lockSeen(sql, ctx, input);
    const [found] = await sql<{ name: string | null; drafted: boolean }[]>`
      select (select nullif(name, '') from feedback_contact where unit_id = ${unitId} and feedback_id = ${letterId}) as name,
        exists (select from letter where unit_id = ${unitId} and id = ${letterId}) as drafted`;
    if (!found?.name) throw new AppError("INVALID", "feedback.noName");
    return { name: found.name, drafted: found.drafted, number: numberOf(feedback) };
  });
  if (!wanted.drafted) {
    const content = {
      honorific: "Ông/Bà",
      addressee: wanted.name,
      deed: `gửi góp ý số ${wanted.number} đến chúng tôi`,
    } as const;
    await draftLetter(ctx, { letterId, kind: "thanks", revision: 0, content });
  }
  await inUnit(ctx, async (_tx, sql) => {
    const feedback = await lockSeen(sql, ctx, input);
    await sql`update feedback set letter_id = ${letterId} where unit_id = ${unitId} and id = ${letterId}`;
    await doDeed(sql, feedback, { unitId, now, actor: actor.staffId, kind: "thanked" });
  });
  return { letterId };
}
