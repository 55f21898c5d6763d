import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { EnterFeedback } from "@gandan/model/feedback/feedback-inputs";
import { receiveFeedback } from "./receive-feedback";

/**
 * Takes in what somebody told the office at the desk, by telephone or on paper in its box.
 * @returns also whether it is shown to who typed it in: what is said of staff is not
 * @throws AppError FORBIDDEN; INVALID unit.ended; CONFLICT feedback.formUsed
 */
export async function enterFeedback(
  ctx: UnitCtx,
  { key, ...told }: EnterFeedback,
): Promise<{ feedbackId: string; number: string; shown: boolean }> {
  authorize(ctx, "feedback:answer");
  return inUnit(ctx, async (_tx, sql) => {
    const taken = { ...told, id: key, language: "vi" as const, photos: [], actor: ctx.actor.staffId };
    const { id, number } = await receiveFeedback(sql, ctx.unitId, ctx.now, taken);
    return { feedbackId: id, number, shown: told.topic !== "staff" || mayDo(ctx, "feedback:lead") };
  });
}
