import type { TransactionSql } from "postgres";

/** Of the receipt: an address can be anybody's, and nobody is to be written to without end. */
const RECEIPTS_A_DAY = 3;
const DAY = 86_400_000;

interface Told {
  unitId: string;
  feedbackId: string;
  /** The event that is told; 1 is the receipt. */
  seq: number;
  now: Date;
}

/**
 * Leaves it to the worker to tell a citizen of an event by e-mail, if they left an address; in the transaction of the
 * event, and once for it. What waits of earlier answers is overtaken by it. Of receipts an address gets so many a day.
 */
export async function queueFeedbackMail(sql: TransactionSql, { unitId, feedbackId, seq, now }: Told): Promise<void> {
  const since = new Date(now.getTime() - DAY);
  const queued = await sql`
    insert into feedback_mail (unit_id, feedback_id, seq, state, send_at, created_at)
    select ${unitId}, ${feedbackId}, ${seq}, 'waiting', ${now}, ${now} from feedback_contact c
    where c.unit_id = ${unitId} and c.feedback_id = ${feedbackId} and c.email <> ''
      and (${seq} > 1 or ${RECEIPTS_A_DAY} > (
        select count(*) from feedback_mail m
        join feedback_contact o on o.unit_id = m.unit_id and o.feedback_id = m.feedback_id
        where m.unit_id = ${unitId} and m.seq = 1 and m.created_at > ${since} and lower(o.email) = lower(c.email)))
    on conflict do nothing returning 1`;
  if (queued.length === 0 || seq === 1) return;
  await sql`
    update feedback_mail set state = 'dropped', ended_at = ${now}
    where unit_id = ${unitId} and feedback_id = ${feedbackId} and seq > 1 and seq < ${seq} and state = 'waiting'
      and attempts = 0`;
}
