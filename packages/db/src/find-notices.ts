import type { Sql } from "postgres";

/** Units with a dossier that somebody is to be reminded of at `now`; for a connection of the worker role. */
export async function findReminders(sql: Sql, now: Date): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from dossier where next_remind_at <= ${now} order by 1`;
}

/** Units with feedback that somebody is to be reminded of at `now`; for a connection of the worker role. */
export async function findFeedbackReminders(sql: Sql, now: Date): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from feedback where next_remind_at <= ${now} order by 1`;
}

/** Units with petitions that somebody is to be reminded of at `now`; for a connection of the worker role. */
export async function findPetitionReminders(sql: Sql, now: Date): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from petition where next_remind_at <= ${now} order by 1`;
}

/** E-mails whose time to be sent has come, the oldest first, at most 100; for a connection of the worker role. */
export async function findMails(sql: Sql, now: Date): Promise<{ unitId: string; mailId: string }[]> {
  return sql<{ unitId: string; mailId: string }[]>`
    select unit_id as "unitId", id as "mailId" from notice_mail
    where state = 'waiting' and send_at <= ${now} order by send_at limit 100`;
}

/** E-mails about feedback whose time has come, the oldest first, at most 100; for a connection of the worker role. */
export async function findFeedbackMails(
  sql: Sql,
  now: Date,
): Promise<{ unitId: string; feedbackId: string; seq: number }[]> {
  return sql<{ unitId: string; feedbackId: string; seq: number }[]>`
    select unit_id as "unitId", feedback_id as "feedbackId", seq from feedback_mail
    where state = 'waiting' and send_at <= ${now} order by send_at limit 100`;
}

/** Deliveries to webhooks whose time has come, the oldest first, at most 100; for a connection of the worker role. */
export async function findDeliveries(sql: Sql, now: Date): Promise<{ unitId: string; deliveryId: string }[]> {
  return sql<{ unitId: string; deliveryId: string }[]>`
    select unit_id as "unitId", id as "deliveryId" from webhook_delivery
    where state = 'waiting' and send_at <= ${now} order by send_at limit 100`;
}
