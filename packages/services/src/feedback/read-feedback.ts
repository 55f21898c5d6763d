import { authorize, mayDo, rolesThatMay } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type {
  Contact,
  DeclineReason,
  FeedbackId,
  FeedbackPhoto,
  FeedbackState,
  Source,
  Topic,
} from "@gandan/model/feedback/feedback-inputs";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { fetchPhoto, type ShownPhoto } from "./follow-feedback";
import { isShownTo } from "./may-see";
import { numberOf } from "./receive-feedback";

export interface FeedbackStep {
  seq: number;
  at: Date;
  kind: string;
  text: string;
  reason: DeclineReason | null;
  /** Null for the citizen. */
  by: string | null;
  /** To whom it was given; null for the desk. */
  to: string | null;
  /** What it was found to be about. */
  topic: Topic | null;
}

export interface FeedbackView {
  id: string;
  number: string;
  topic: Topic;
  text: string;
  place: string;
  source: Source;
  state: FeedbackState;
  seq: number;
  reason: DeclineReason | null;
  receivedAt: Date;
  waitsSince: Date;
  dueAt: Date;
  answeredAt: Date | null;
  needsAnswer: boolean;
  late: boolean;
  hasContact: boolean;
  photos: number;
  letterId: string | null;
  assignedTo: string | null;
  assignedName: string | null;
  /** The latest first. */
  steps: FeedbackStep[];
  /** Who may be given it; empty for those who may not give it. */
  people: { staffId: string; name: string }[];
  mayAnswer: boolean;
  mayLead: boolean;
  mayThank: boolean;
}

type Row = Omit<FeedbackView, "number" | "steps" | "people" | "mayAnswer" | "mayLead" | "mayThank"> & {
  year: number;
  numberOfYear: number;
};

/** The people of the unit who may answer feedback today. */
export function whoMayAnswer(sql: TransactionSql, unitId: string, now: Date) {
  const today = localToday(now);
  return sql<{ staffId: string; name: string }[]>`
    select distinct s.id as "staffId", s.name from staff_role r join staff s on s.id = r.staff_id and s.disabled_at is null
    where r.unit_id = ${unitId} and r.role = any(${rolesThatMay("feedback:answer")}) and r.valid_from <= ${today}::date
      and (r.valid_to is null or r.valid_to > ${today}::date)
    order by s.name, s.id`;
}

/**
 * A feedback with all that happened to it; who gave it is not in it. That it was read is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound, also for what is said of staff
 */
export async function readFeedback(ctx: UnitCtx, { feedbackId }: FeedbackId): Promise<FeedbackView> {
  authorize(ctx, "feedback:read");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const mayLead = mayDo(ctx, "feedback:lead");
    const [[row], steps, people] = await Promise.all([
      sql<Row[]>`
        select f.id, f.year, f.number as "numberOfYear", f.topic, f.text, f.place, f.source, f.state, f.seq, f.reason,
          f.received_at as "receivedAt", f.waits_since as "waitsSince", f.due_at as "dueAt",
          f.answered_at as "answeredAt", f.needs_answer as "needsAnswer",
          f.state = 'open' and f.needs_answer and f.due_at < ${now} as late, f.has_contact as "hasContact", f.photos,
          f.letter_id as "letterId", f.assigned_to as "assignedTo",
          (select name from staff where id = f.assigned_to) as "assignedName"
        from feedback f where ${isShownTo(sql, ctx)} and f.id = ${feedbackId}`,
      sql<FeedbackStep[]>`
        select e.seq, e.at, e.kind, e.text, e.details ->> 'reason' as reason,
          (select name from staff where id::text = e.actor) as "by",
          (select name from staff where id::text = e.details ->> 'staffId') as "to", e.details ->> 'topic' as topic
        from feedback_event e where e.unit_id = ${unitId} and e.feedback_id = ${feedbackId} order by e.seq desc`,
      mayLead ? whoMayAnswer(sql, unitId, now) : [],
    ]);
    if (!row) throw new AppError("NOT_FOUND", "feedback.notFound");
    const { year, numberOfYear, ...rest } = row;
    const number = numberOf({ year, number: numberOfYear });
    const entry = { unitId, at: now, actor: actor.staffId, action: "feedback.read", subject: feedbackId };
    await appendAudit(sql, { ...entry, details: { number } });
    const mayAnswer = mayDo(ctx, "feedback:answer");
    return {
      ...rest,
      number,
      steps: [...steps],
      people: [...people],
      mayAnswer,
      mayLead,
      mayThank: mayAnswer && mayDo(ctx, "letter:draft") && row.state !== "declined",
    };
  });
}

/** A photo of a feedback. @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound */
export async function readPhoto(ctx: UnitCtx, { feedbackId, place }: FeedbackPhoto): Promise<ShownPhoto> {
  authorize(ctx, "feedback:read");
  return inUnit(ctx, async (_tx, sql) => {
    const [shown] = await sql`select 1 from feedback f where ${isShownTo(sql, ctx)} and f.id = ${feedbackId}`;
    if (!shown) throw new AppError("NOT_FOUND", "feedback.notFound");
    return fetchPhoto(sql, ctx.unitId, feedbackId, place);
  });
}

/**
 * Who gave a feedback, for those who answer it; each look is logged.
 * @throws AppError FORBIDDEN; NOT_FOUND feedback.notFound, feedback.noContact
 */
export async function revealContact(ctx: UnitCtx, { feedbackId }: FeedbackId): Promise<Contact> {
  authorize(ctx, "feedback:answer");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [row] = await sql<(Contact & { year: number; number: number })[]>`
      select c.name, c.phone, c.email, f.year, f.number
      from feedback f join feedback_contact c on c.unit_id = f.unit_id and c.feedback_id = f.id
      where ${isShownTo(sql, ctx)} and f.id = ${feedbackId}`;
    if (!row) throw new AppError("NOT_FOUND", "feedback.noContact");
    const { name, phone, email } = row;
    const entry = { unitId, at: now, actor: actor.staffId, action: "feedback.reveal-contact", subject: feedbackId };
    await appendAudit(sql, { ...entry, details: { number: numberOf(row) } });
    return { name, phone, email };
  });
}
