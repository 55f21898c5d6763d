import { appendAudit } from "@gandan/db/audit/append-audit";
import { notePublicChange } from "@gandan/db/public-change";
import { AppError } from "@gandan/model/error/app-error";
import type { CleanPhoto } from "@gandan/model/feedback/cleaned-photo";
import { needsAnswer } from "@gandan/model/feedback/feedback-deed";
import type { Contact, Source, Topic } from "@gandan/model/feedback/feedback-inputs";
import { foldText } from "@gandan/model/import/fold-text";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { addEvent } from "./feedback-events";
import { termOf } from "./feedback-term";
import { queueFeedbackMail } from "./queue-feedback-mail";

interface TakenIn {
  id: string;
  topic: Topic;
  text: string;
  place: string;
  contact: Contact;
  /** In which the citizen is written to. */
  language: "vi" | "en";
  source: Source;
  photos: readonly CleanPhoto[];
  /** Staff id, or "citizen". */
  actor: string;
}

export interface Received {
  id: string;
  /** "12/2026" */
  number: string;
  dueAt: Date;
  /** False when this very feedback had been taken in before. */
  isNew: boolean;
}

/** Names of feedback for people. */
export const numberOf = ({ number, year }: { number: number; year: number }): string =>
  `${String(number).padStart(2, "0")}/${year}`;

/**
 * Takes a feedback in under the next reception number of its year, with its term, its first event, its audit and the e-mail to who left
 * an address. The same
 * feedback again (by its id) changes nothing.
 * @throws AppError INVALID unit.ended; CONFLICT feedback.formUsed when the id stands for another text
 */
export async function receiveFeedback(
  sql: TransactionSql,
  unitId: string,
  now: Date,
  { id, topic, text, place, contact, language, source, photos, actor }: TakenIn,
): Promise<Received> {
  const today = localToday(now);
  await refuseEnded(sql, unitId, today);
  // One at a time, so that numbers have no gap.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feedback ${unitId}`}, 0))`;
  const [known] = await sql<{ year: number; number: number; text: string; dueAt: Date }[]>`
    select year, number, text, due_at as "dueAt" from feedback where unit_id = ${unitId} and id = ${id}`;
  if (known && known.text !== text) throw new AppError("CONFLICT", "feedback.formUsed");
  if (known) return { id, number: numberOf(known), dueAt: known.dueAt, isNew: false };
  const { dueAt, nextRemindAt } = await termOf(sql, unitId, now);
  const hasContact = contact.phone !== "" || contact.email !== "";
  const wanted = needsAnswer(topic, hasContact);
  const year = Number(today.slice(0, 4));
  const [row] = await sql<{ number: number }[]>`
    insert into feedback (unit_id, id, year, number, topic, text, place, source, state, received_at, waits_since, due_at,
      needs_answer, has_contact, photos, search, next_remind_at)
    select ${unitId}, ${id}, ${year}, coalesce(max(number), 0) + 1, ${topic}, ${text}, ${place}, ${source}, 'open', ${now},
      ${now}, ${dueAt}, ${wanted}, ${hasContact}, ${photos.length}, ${foldText(`${text} ${place}`)},
      ${wanted ? nextRemindAt : null}
    from feedback where unit_id = ${unitId} and year = ${year}
    returning number`;
  if (hasContact) {
    await sql`
      insert into feedback_contact (unit_id, feedback_id, name, phone, email, language)
      values (${unitId}, ${id}, ${contact.name}, ${contact.phone}, ${contact.email}, ${language})`;
  }
  for (const [i, photo] of photos.entries()) {
    await sql`
      insert into feedback_photo (unit_id, feedback_id, place, type, width, height, bytes)
      values (${unitId}, ${id}, ${i + 1}, ${photo.type}, ${photo.width}, ${photo.height}, ${Buffer.from(photo.bytes)})`;
  }
  await addEvent(sql, { unitId, feedbackId: id, seq: 1, at: now, actor, kind: "received" });
  await queueFeedbackMail(sql, { unitId, feedbackId: id, seq: 1, now });
  const number = numberOf({ number: row!.number, year });
  const details = { number, topic, source, photos: photos.length };
  await appendAudit(sql, { unitId, at: now, actor, action: "feedback.receive", subject: id, details });
  await notePublicChange(sql, unitId);
  return { id, number, dueAt, isNew: true };
}
