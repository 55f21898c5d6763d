import { mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { AppError } from "@gandan/model/error/app-error";
import type { Fragment, TransactionSql } from "postgres";
import { type LockedFeedback, lockFeedback } from "./feedback-events";

/**
 * The condition on `feedback f` that the person of the context may see it: what is said of staff is for those who lead,
 * and for whom they give it to, so that nobody reads what is said of oneself before it is dealt with.
 */
export function isShownTo(sql: TransactionSql, ctx: UnitCtx): Fragment {
  return mayDo(ctx, "feedback:lead")
    ? sql`f.unit_id = ${ctx.unitId}`
    : sql`f.unit_id = ${ctx.unitId} and (f.topic <> 'staff' or f.assigned_to = ${ctx.actor.staffId})`;
}

/**
 * Holds a feedback that the person of the context sees, as it was seen.
 * @throws AppError NOT_FOUND feedback.notFound; CONFLICT feedback.changed
 */
export async function lockSeen(
  sql: TransactionSql,
  ctx: UnitCtx,
  { feedbackId, seen }: { feedbackId: string; seen: number },
): Promise<LockedFeedback> {
  const feedback = await lockFeedback(sql, ctx.unitId, feedbackId);
  const shown = feedback.topic !== "staff" || feedback.assignedTo === ctx.actor.staffId || mayDo(ctx, "feedback:lead");
  if (!shown) throw new AppError("NOT_FOUND", "feedback.notFound");
  if (feedback.seq !== seen) throw new AppError("CONFLICT", "feedback.changed");
  return feedback;
}
