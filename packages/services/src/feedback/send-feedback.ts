import { randomUUID } from "node:crypto";
import { AppError } from "@gandan/model/error/app-error";
import { cleanPhoto } from "@gandan/model/feedback/clean-photo";
import type { CleanPhoto } from "@gandan/model/feedback/cleaned-photo";
import { MAX_PHOTO_MB, type SendFeedback } from "@gandan/model/feedback/feedback-inputs";
import type { PublicUnitInput } from "@gandan/model/public/public-inputs";
import type { TransactionSql } from "postgres";
import { mailSettings } from "../notice/mail-settings";
import { addressKey, RateLimit } from "../platform/rate-limit";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { readStamp, secretOf, stampOf } from "./feedback-secret";
import { termOf } from "./feedback-term";
import { receiveFeedback } from "./receive-feedback";

/** From one address in an hour: a mobile network puts many people behind one. */
const PER_ADDRESS = new RateLimit(10, 3_600_000);
/** A unit's in 24 hours; beyond it the hotline has to do. */
const PER_DAY = 300;

export interface FeedbackForm {
  /** Goes back with the form. */
  stamp: string;
  /** Within which it is answered, as `parseTerm` reads it. */
  term: string;
  /** Whether who leaves an e-mail address is written to. */
  mails: boolean;
}

/** What the form of the public page needs. @throws AppError NOT_FOUND unit.notFound */
export function beginFeedback(ctx: RequestCtx, { slug }: PublicUnitInput): Promise<FeedbackForm> {
  return inPublicUnit(ctx, slug, async (sql, { id }) => {
    const { term } = await termOf(sql, id, ctx.now);
    return {
      stamp: stampOf(ctx.policy.key, id, randomUUID(), ctx.now),
      term,
      mails: mailSettings(process.env) !== null,
    };
  });
}

export interface SentFeedback {
  number: string;
  secret: string;
  dueAt: Date;
}

/**
 * Takes in what a citizen sends on the public page. Photos are kept without anything in their files but the picture.
 * @throws AppError NOT_FOUND unit.notFound; INVALID unit.ended, feedback.refused, feedback.tooFast, feedback.stale,
 * feedback.photoTooLarge, feedback.photoKind, feedback.photoBroken, feedback.photoHuge; TOO_MANY feedback.tooMany,
 * feedback.unitFull; CONFLICT feedback.formUsed
 */
export async function sendFeedback(ctx: RequestCtx, input: SendFeedback): Promise<SentFeedback> {
  const { policy, now, address } = ctx;
  const photos = input.photos.map(cleaned);
  return inPublicUnit(ctx, input.slug, async (sql, { id: unitId }) => {
    const stamp = readStamp(policy.key, unitId, input.stamp, now);
    if (stamp === "forged" || input.trap !== "") throw new AppError("INVALID", "feedback.refused");
    if (stamp === "early") throw new AppError("INVALID", "feedback.tooFast");
    if (stamp === "late") throw new AppError("INVALID", "feedback.stale");
    const id = stamp.feedbackId;
    await refuseFlood(sql, unitId, id, address, now);
    const { topic, text, place, contact } = input;
    const taken = {
      id,
      topic,
      text,
      place,
      contact,
      language: ctx.language,
      source: "web",
      photos,
      actor: "citizen",
    } as const;
    const { number, dueAt } = await receiveFeedback(sql, unitId, now, taken);
    return { number, secret: secretOf(policy.key, unitId, id), dueAt };
  });
}

function cleaned(bytes: Uint8Array): CleanPhoto {
  if (bytes.length > MAX_PHOTO_MB * 1024 * 1024) {
    throw new AppError("INVALID", "feedback.photoTooLarge", { max: MAX_PHOTO_MB });
  }
  const photo = cleanPhoto(bytes);
  if (typeof photo === "string") throw new AppError("INVALID", `feedback.${photo}`);
  return photo;
}

/** The same form again is no flood. */
async function refuseFlood(sql: TransactionSql, unitId: string, id: string, address: string | null, now: Date) {
  const since = new Date(now.getTime() - 86_400_000);
  const [counted] = await sql<{ known: boolean; n: number }[]>`
    select exists (select from feedback where unit_id = ${unitId} and id = ${id}) as known,
      (select count(*)::int from feedback where unit_id = ${unitId} and received_at > ${since} and source = 'web') as n`;
  if (counted?.known) return;
  const wait = address === null ? null : PER_ADDRESS.take(`${unitId} ${addressKey(address)}`, now);
  if (wait !== null) throw new AppError("TOO_MANY", "feedback.tooMany", { minutes: Math.ceil(wait / 60) });
  if (counted && counted.n >= PER_DAY) throw new AppError("TOO_MANY", "feedback.unitFull");
}
