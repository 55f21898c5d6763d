import { AppError } from "@gandan/model/error/app-error";
import { mayReopen } from "@gandan/model/feedback/feedback-deed";
import type {
  DeclineReason,
  FeedbackState,
  FollowFeedback,
  FollowPhoto,
  ReopenFeedback,
  Topic,
} from "@gandan/model/feedback/feedback-inputs";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { mailSettings } from "../notice/mail-settings";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { doDeed, type LockedFeedback, lockFeedback } from "./feedback-events";
import { idOfSecret } from "./feedback-secret";
import { termOf } from "./feedback-term";
import { numberOf } from "./receive-feedback";

/** A step as the citizen sees it: who of the office did it is not told. */
export interface FollowedStep {
  seq: number;
  at: Date;
  kind: string;
  text: string;
  reason: DeclineReason | null;
}

export interface FollowedFeedback {
  number: string;
  topic: Topic;
  text: string;
  place: string;
  photos: number;
  state: FeedbackState;
  reason: DeclineReason | null;
  receivedAt: Date;
  dueAt: Date;
  needsAnswer: boolean;
  hasContact: boolean;
  /** The sender is written to by e-mail. */
  mails: boolean;
  /** The latest last. */
  steps: FollowedStep[];
  maySolve: boolean;
  mayReopen: boolean;
}

/** Steps that are the office's own affair. */
const INSIDE = ["assigned", "sorted", "thanked"];

type Row = Omit<FollowedFeedback, "number" | "steps" | "maySolve" | "mayReopen"> & {
  year: number;
  numberOfYear: number;
};

/**
 * A feedback by its secret link, for whoever holds it.
 * @throws AppError NOT_FOUND unit.notFound, feedback.notFound
 */
export function followFeedback(ctx: RequestCtx, { slug, secret }: FollowFeedback): Promise<FollowedFeedback> {
  return inPublicUnit(ctx, slug, async (sql, { id: unitId }) => {
    const id = known(ctx, unitId, secret);
    const [[row], steps] = await Promise.all([
      sql<Row[]>`
        select year, number as "numberOfYear", topic, text, place, photos, state, reason, received_at as "receivedAt",
          due_at as "dueAt", needs_answer as "needsAnswer", has_contact as "hasContact",
          exists (select from feedback_contact c
            where c.unit_id = f.unit_id and c.feedback_id = f.id and c.email <> '') as mails
        from feedback f where unit_id = ${unitId} and id = ${id}`,
      sql<FollowedStep[]>`
        select seq, at, kind, text, details ->> 'reason' as reason from feedback_event
        where unit_id = ${unitId} and feedback_id = ${id} and kind <> all(${INSIDE}) order by seq`,
    ]);
    if (!row) throw new AppError("NOT_FOUND", "feedback.notFound");
    const { year, numberOfYear, ...rest } = row;
    const reopened = steps.filter(({ kind }) => kind === "reopened").length;
    return {
      ...rest,
      mails: rest.mails && mailSettings(process.env) !== null,
      number: numberOf({ year, number: numberOfYear }),
      steps: [...steps],
      maySolve: row.state === "answered",
      mayReopen: mayReopen(row.state, row.reason, reopened),
    };
  });
}

function known({ policy }: RequestCtx, unitId: string, secret: string): string {
  const id = idOfSecret(policy.key, unitId, secret);
  if (id === null) throw new AppError("NOT_FOUND", "feedback.notFound");
  return id;
}

export interface ShownPhoto {
  type: string;
  bytes: Uint8Array;
}

/** A photo of a feedback. @throws AppError NOT_FOUND feedback.notFound */
export async function fetchPhoto(
  sql: TransactionSql,
  unitId: string,
  feedbackId: string,
  place: number,
): Promise<ShownPhoto> {
  const [photo] = await sql<ShownPhoto[]>`
    select type, bytes from feedback_photo
    where unit_id = ${unitId} and feedback_id = ${feedbackId} and place = ${place}`;
  if (!photo) throw new AppError("NOT_FOUND", "feedback.notFound");
  return { ...photo };
}

/** A photo of the citizen's own feedback. @throws AppError NOT_FOUND unit.notFound, feedback.notFound */
export function followPhoto(ctx: RequestCtx, { slug, secret, place }: FollowPhoto): Promise<ShownPhoto> {
  return inPublicUnit(ctx, slug, async (sql, { id: unitId }) =>
    fetchPhoto(sql, unitId, known(ctx, unitId, secret), place),
  );
}

function inFeedback<T>(
  ctx: RequestCtx,
  { slug, secret }: FollowFeedback,
  work: (sql: TransactionSql, unitId: string, feedback: LockedFeedback) => Promise<T>,
): Promise<T> {
  return inPublicUnit(ctx, slug, async (sql, { id: unitId }) => {
    await refuseEnded(sql, unitId, localToday(ctx.now));
    return work(sql, unitId, await lockFeedback(sql, unitId, known(ctx, unitId, secret)));
  });
}

/**
 * The citizen says that it is solved; said twice it is said once.
 * @throws AppError NOT_FOUND unit.notFound, feedback.notFound; INVALID unit.ended; CONFLICT feedback.changed
 */
export function solveFeedback(ctx: RequestCtx, input: FollowFeedback): Promise<void> {
  return inFeedback(ctx, input, async (sql, unitId, feedback) => {
    if (feedback.state === "solved") return;
    await doDeed(sql, feedback, { unitId, now: ctx.now, actor: "citizen", kind: "solved" });
  });
}

/**
 * The citizen says that it is not solved, and why: it waits for an answer again, for a whole term. Three times at most.
 * @throws AppError NOT_FOUND unit.notFound, feedback.notFound; INVALID unit.ended; CONFLICT feedback.notAgain
 */
export function reopenFeedback(ctx: RequestCtx, input: ReopenFeedback): Promise<void> {
  return inFeedback(ctx, input, async (sql, unitId, feedback) => {
    const { id, state, reason, reopened } = feedback;
    if (!mayReopen(state, reason, reopened)) throw new AppError("CONFLICT", "feedback.notAgain");
    const { now } = ctx;
    const { dueAt, nextRemindAt } = await termOf(sql, unitId, now);
    await sql`
      update feedback set waits_since = ${now}, due_at = ${dueAt}, answered_at = null, reason = null, needs_answer = true,
        next_remind_at = ${nextRemindAt}
      where unit_id = ${unitId} and id = ${id}`;
    await doDeed(sql, feedback, { unitId, now, actor: "citizen", kind: "reopened", text: input.text });
  });
}

/**
 * Forgets who gave the feedback, for good; the feedback stays (Luật 91/2025/QH15: the citizen takes the consent back).
 * @throws AppError NOT_FOUND unit.notFound, feedback.notFound; INVALID unit.ended
 */
export function removeContact(ctx: RequestCtx, input: FollowFeedback): Promise<void> {
  return inFeedback(ctx, input, async (sql, unitId, feedback) => {
    if (!feedback.hasContact) return;
    await sql`delete from feedback_contact where unit_id = ${unitId} and feedback_id = ${feedback.id}`;
    await sql`update feedback set has_contact = false where unit_id = ${unitId} and id = ${feedback.id}`;
    await doDeed(sql, feedback, { unitId, now: ctx.now, actor: "citizen", kind: "contact-removed" });
  });
}
