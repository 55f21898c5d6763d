import type { TransactionSql } from "postgres";
import type { ToldNotice } from "./issued-notice";
import { type Colleague, readersOf } from "./unit-colleagues";

const MINUTE = 60_000;
/** A list comes whole at one moment: its parts are waited for, no more. */
const LIST_WAIT = MINUTE;
/** What comes one by one is gathered so long. */
const GATHERING = 10 * MINUTE;
/** Between two e-mails of single reminders to a person. */
const PAUSE = 60 * MINUTE;

interface Choice {
  staffId: string;
  kinds: string[];
  /** The e-mail of the person that nobody has begun to send. */
  openId: string | null;
  lastAt: Date | null;
}

/**
 * Puts reminders into the e-mails of those who want them: one for each person, that gathers what comes until it is sent.
 * In the transaction that tells them, so that both are there or neither. Each goes to a person once, whoever tells it.
 */
export async function gatherMails(
  sql: TransactionSql,
  unitId: string,
  issued: readonly ToldNotice[],
  colleagues: readonly Colleague[],
  now: Date,
): Promise<void> {
  const choices = await sql<Choice[]>`
    select c.staff_id as "staffId", c.kinds,
      (select m.id from notice_mail m where m.unit_id = c.unit_id and m.staff_id = c.staff_id
        and m.state = 'waiting' and m.attempts = 0 order by m.created_at desc limit 1 for update) as "openId",
      (select max(m.created_at) from notice_mail m where m.unit_id = c.unit_id and m.staff_id = c.staff_id) as "lastAt"
    from notice_choice c where c.unit_id = ${unitId} and c.mail_on and c.address is not null`;
  for (const { staffId, kinds, openId, lastAt } of choices) {
    const wanted = issued.filter(
      (notice) => kinds.includes(notice.kind) && readersOf(notice, colleagues).some((one) => one.staffId === staffId),
    );
    if (wanted.length === 0) continue;
    const list = wanted.some(({ kind }) => kind !== "before-due");
    const soon = new Date(now.getTime() + (list ? LIST_WAIT : GATHERING));
    const paused = lastAt && !list ? new Date(lastAt.getTime() + PAUSE) : soon;
    const sendAt = paused > soon ? paused : soon;
    const [mail] = openId
      ? await sql<{ id: string }[]>`
          update notice_mail set send_at = least(send_at, ${sendAt}) where unit_id = ${unitId} and id = ${openId}
          returning id`
      : await sql<{ id: string }[]>`
          insert into notice_mail (unit_id, staff_id, state, send_at, created_at)
          values (${unitId}, ${staffId}, 'waiting', ${sendAt}, ${now}) returning id`;
    await sql`
      insert into notice_mail_item (unit_id, staff_id, notice_id, mail_id)
      select ${unitId}, ${staffId}, n::uuid, ${mail!.id} from unnest(${wanted.map(({ id }) => id)}::text[]) n
      on conflict do nothing`;
  }
}
