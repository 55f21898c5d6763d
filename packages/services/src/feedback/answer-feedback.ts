import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { needsAnswer } from "@gandan/model/feedback/feedback-deed";
import type {
  AnswerFeedback,
  AssignFeedback,
  DeclineFeedback,
  RestoreFeedback,
  SortFeedback,
} from "@gandan/model/feedback/feedback-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { doDeed, type LockedFeedback } from "./feedback-events";
import { nextReminderOf } from "./feedback-term";
import { lockSeen } from "./may-see";
import { queueFeedbackMail } from "./queue-feedback-mail";
import { whoMayAnswer } from "./read-feedback";
import { withdrawReminders } from "./remind-feedback";

function onSeen(
  ctx: UnitCtx,
  input: { feedbackId: string; seen: number },
  work: (sql: TransactionSql, feedback: LockedFeedback) => Promise<void>,
): Promise<void> {
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, ctx.unitId, localToday(ctx.now));
    await work(sql, await lockSeen(sql, ctx, input));
  });
}

/**
 * Answers a feedback, as it was seen. What has been answered is put right instead: the citizen sees both, with their
 * times, and the time of the first one counts.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound; INVALID unit.ended; CONFLICT feedback.changed
 */
export async function answerFeedback(ctx: UnitCtx, input: AnswerFeedback): Promise<void> {
  authorize(ctx, "feedback:answer");
  const { unitId, now, actor } = ctx;
  await onSeen(ctx, input, async (sql, feedback) => {
    const kind = feedback.state === "open" ? "answered" : "corrected";
    if (kind === "answered") {
      await sql`
        update feedback set answered_at = ${now}, next_remind_at = null
        where unit_id = ${unitId} and id = ${feedback.id}`;
      await withdrawReminders(sql, unitId, feedback.id, now);
    }
    await doDeed(sql, feedback, { unitId, now, actor: actor.staffId, kind, text: input.text });
    await queueFeedbackMail(sql, { unitId, feedbackId: feedback.id, seq: feedback.seq + 1, now });
  });
}

/**
 * Does not deal with a feedback here, for a reason that the citizen reads. It can be taken up again.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound; INVALID unit.ended; CONFLICT feedback.changed
 */
export async function declineFeedback(ctx: UnitCtx, input: DeclineFeedback): Promise<void> {
  authorize(ctx, "feedback:lead");
  const { unitId, now, actor } = ctx;
  const { reason, text } = input;
  await onSeen(ctx, input, async (sql, feedback) => {
    // Passed on to whom it concerns is an answer; of the rest there is nothing to answer.
    await sql`
      update feedback set reason = ${reason}, next_remind_at = null,
        answered_at = ${reason === "elsewhere" ? now : null}, needs_answer = ${reason === "elsewhere"}
      where unit_id = ${unitId} and id = ${feedback.id}`;
    await withdrawReminders(sql, unitId, feedback.id, now);
    await doDeed(sql, feedback, {
      unitId,
      now,
      actor: actor.staffId,
      kind: "declined",
      text,
      details: { reason },
    });
    // Nobody writes back to those who send rubbish.
    if (reason === "spam" || reason === "abuse") return;
    await queueFeedbackMail(sql, { unitId, feedbackId: feedback.id, seq: feedback.seq + 1, now });
  });
}

/**
 * Takes up a feedback again that was declined; its term runs as if nothing had been.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound; INVALID unit.ended; CONFLICT feedback.changed
 */
export async function restoreFeedback(ctx: UnitCtx, input: RestoreFeedback): Promise<void> {
  authorize(ctx, "feedback:lead");
  const { unitId, now, actor } = ctx;
  await onSeen(ctx, input, async (sql, feedback) => {
    const wanted = feedback.reopened > 0 || needsAnswer(feedback.topic, feedback.hasContact);
    const next = wanted ? await nextReminderOf(sql, unitId, feedback, now) : null;
    await sql`
      update feedback set reason = null, answered_at = null, needs_answer = ${wanted}, next_remind_at = ${next}
      where unit_id = ${unitId} and id = ${feedback.id}`;
    await doDeed(sql, feedback, { unitId, now, actor: actor.staffId, kind: "restored" });
  });
}

/**
 * Gives a feedback to a person of the unit who answers it, or back to the desk.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound, feedback.noPerson; INVALID unit.ended; CONFLICT
 * feedback.changed
 */
export async function assignFeedback(ctx: UnitCtx, input: AssignFeedback): Promise<void> {
  authorize(ctx, "feedback:lead");
  const { unitId, now, actor } = ctx;
  const { staffId } = input;
  await onSeen(ctx, input, async (sql, feedback) => {
    if (staffId === feedback.assignedTo) return;
    const people = staffId === null ? [] : await whoMayAnswer(sql, unitId, now);
    if (staffId !== null && !people.some((one) => one.staffId === staffId)) {
      throw new AppError("NOT_FOUND", "feedback.noPerson");
    }
    await sql`update feedback set assigned_to = ${staffId} where unit_id = ${unitId} and id = ${feedback.id}`;
    await doDeed(sql, feedback, { unitId, now, actor: actor.staffId, kind: "assigned", details: { staffId } });
  });
}

/**
 * Puts right what a feedback is about: what is said of staff under another name is for the leaders from then on. Whether it
 * wants an answer goes by it.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound; INVALID unit.ended; CONFLICT feedback.changed
 */
export async function sortFeedback(ctx: UnitCtx, input: SortFeedback): Promise<void> {
  authorize(ctx, "feedback:lead");
  const { unitId, now, actor } = ctx;
  const { topic } = input;
  await onSeen(ctx, input, async (sql, feedback) => {
    const { id, topic: before, reopened, hasContact, state } = feedback;
    if (topic === before) return;
    const wanted = reopened > 0 || needsAnswer(topic, hasContact);
    const next = wanted && state === "open" ? await nextReminderOf(sql, unitId, feedback, now) : null;
    await sql`
      update feedback set topic = ${topic}, needs_answer = ${wanted}, next_remind_at = ${next}
      where unit_id = ${unitId} and id = ${id}`;
    await doDeed(sql, feedback, {
      unitId,
      now,
      actor: actor.staffId,
      kind: "sorted",
      details: { from: before, topic },
    });
  });
}
