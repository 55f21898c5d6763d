import { appendAudit } from "@gandan/db/audit/append-audit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import { type FeedbackDeed, stateAfter } from "@gandan/model/feedback/feedback-deed";
import type { DeclineReason, FeedbackState, Topic } from "@gandan/model/feedback/feedback-inputs";
import type { TransactionSql } from "postgres";

interface NewEvent {
  unitId: string;
  feedbackId: string;
  seq: number;
  at: Date;
  /** Staff id, or "citizen". */
  actor: string;
  kind: FeedbackDeed | "received";
  text?: string;
  details?: Record<string, unknown>;
}

/** Writes down what happened to feedback. */
export async function addEvent(sql: TransactionSql, event: NewEvent): Promise<void> {
  const { unitId, feedbackId, seq, at, actor, kind, text = "", details = {} } = event;
  await sql`
    insert into feedback_event (unit_id, feedback_id, seq, at, actor, kind, text, details)
    values (${unitId}, ${feedbackId}, ${seq}, ${at}, ${actor}, ${kind}, ${text},
      ${JSON.stringify(details)}::text::jsonb)`;
}

export interface LockedFeedback {
  id: string;
  year: number;
  number: number;
  topic: Topic;
  state: FeedbackState;
  seq: number;
  reason: DeclineReason | null;
  assignedTo: string | null;
  waitsSince: Date;
  dueAt: Date;
  needsAnswer: boolean;
  hasContact: boolean;
  letterId: string | null;
  reopened: number;
}

/**
 * Holds a feedback for a deed until the transaction ends.
 * @throws AppError NOT_FOUND feedback.notFound
 */
export async function lockFeedback(sql: TransactionSql, unitId: string, feedbackId: string): Promise<LockedFeedback> {
  const [row] = await sql<LockedFeedback[]>`
    select f.id, f.year, f.number, f.topic, f.state, f.seq, f.reason, f.assigned_to as "assignedTo",
      f.waits_since as "waitsSince", f.due_at as "dueAt", f.needs_answer as "needsAnswer",
      f.has_contact as "hasContact", f.letter_id as "letterId",
      (select count(*)::int from feedback_event e
        where e.unit_id = f.unit_id and e.feedback_id = f.id and e.kind = 'reopened') as reopened
    from feedback f where f.unit_id = ${unitId} and f.id = ${feedbackId} for update`;
  if (!row) throw new AppError("NOT_FOUND", "feedback.notFound");
  return row;
}

interface Deed {
  unitId: string;
  now: Date;
  actor: string;
  kind: FeedbackDeed;
  text?: string;
  details?: Record<string, unknown>;
}

/**
 * Does a deed on a locked feedback: its new state, its event and its audit (which tells no text); public figures
 * are counted anew.
 * @throws AppError CONFLICT feedback.changed when it cannot be done any more
 */
export async function doDeed(sql: TransactionSql, feedback: LockedFeedback, deed: Deed): Promise<void> {
  const { unitId, now, actor, kind, text, details = {} } = deed;
  const next = stateAfter(feedback.state, kind);
  if (next === null) throw new AppError("CONFLICT", "feedback.changed");
  const seq = feedback.seq + 1;
  await sql`update feedback set state = ${next}, seq = ${seq} where unit_id = ${unitId} and id = ${feedback.id}`;
  await addEvent(sql, {
    unitId,
    feedbackId: feedback.id,
    seq,
    at: now,
    actor,
    kind,
    ...(text ? { text } : {}),
    details,
  });
  await appendAudit(sql, { unitId, at: now, actor, action: `feedback.${kind}`, subject: feedback.id, details });
  await notePublicChange(sql, unitId);
}
