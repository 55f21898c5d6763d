import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { composeMail, type MailLine } from "./compose-mail";
import { afterTry, LEASE } from "./mail-tries";
import type { Mailer } from "./open-mailer";
import { loadColleagues } from "./unit-colleagues";

type MailEnd = "sent" | "again" | "failed" | "dropped" | "gone";

/** What was told longer ago is no news. */
const FRESH = 24 * 3_600_000;

interface Claimed {
  staffId: string;
  attempts: number;
}

interface Ready extends Claimed {
  to: string;
  unitName: string;
  slug: string;
  lines: MailLine[];
}

/** Takes a mail on for one try; undefined when another does, or it is not its time. */
async function claim(sql: TransactionSql, unitId: string, mailId: string, now: Date): Promise<Claimed | undefined> {
  const [row] = await sql<Claimed[]>`
    update notice_mail set attempts = attempts + 1, send_at = ${new Date(now.getTime() + LEASE)}
    where unit_id = ${unitId} and id = (
      select id from notice_mail where unit_id = ${unitId} and id = ${mailId} and state = 'waiting' and send_at <= ${now}
      for update skip locked)
    returning staff_id as "staffId", attempts`;
  return row;
}

/** What is still to be said, and to whom; null when nothing is, or the person does not want it or is no more there. */
async function readyToSend(sql: TransactionSql, unitId: string, mailId: string, claimed: Claimed, now: Date) {
  const { staffId } = claimed;
  const [[choice], colleagues, lines, [unit]] = await Promise.all([
    sql<{ address: string | null }[]>`
      select address from notice_choice where unit_id = ${unitId} and staff_id = ${staffId} and mail_on`,
    loadColleagues(sql, unitId, localToday(now)),
    sql<MailLine[]>`
      select n.area, n.kind, n.due_at as "dueAt", coalesce(d.external_code, n.code, '') as code,
        coalesce(d.id, n.subject_id) as "subjectId",
        coalesce((select name from procedure where code = d.procedure_code order by effective_from desc limit 1),
          d.procedure_code) as "procedureName"
      from notice_mail_item i
      join notice n on n.unit_id = i.unit_id and n.id = i.notice_id
      left join dossier d on d.unit_id = n.unit_id and d.id = n.dossier_id
      where i.unit_id = ${unitId} and i.mail_id = ${mailId} and n.withdrawn_at is null
        and n.issued_at > ${new Date(now.getTime() - FRESH)}
        and not exists (select from notice_read r
          where r.unit_id = i.unit_id and r.staff_id = i.staff_id and r.notice_id = i.notice_id)
      order by n.due_at nulls last, code`,
    sql<{ name: string; slug: string }[]>`
      select n.name, u.slug from unit u join unit_name n on n.unit_id = u.id where u.id = ${unitId}
      order by n.valid_from desc limit 1`,
  ]);
  const there = colleagues.some((one) => one.staffId === staffId);
  if (!choice?.address || !there || !unit || lines.length === 0) return null;
  return { ...claimed, to: choice.address, unitName: unit.name, slug: unit.slug, lines: [...lines] } satisfies Ready;
}

/**
 * Sends one e-mail of reminders, without those that were withdrawn or read meanwhile. What fails is tried again after
 * 1, 5, 30, 120 and 360 minutes and then given up, at once where the server refuses the address for good. A worker that
 * is killed between the server's word and ours sends it once more, under the same Message-ID.
 */
export async function sendMail(scope: UnitScope, mailId: string, now: Date, mailer: Mailer): Promise<MailEnd> {
  const { unitId } = scope;
  const ready = await inUnit(scope, async (_tx, sql) => {
    const claimed = await claim(sql, unitId, mailId, now);
    if (!claimed) return undefined;
    const found = await readyToSend(sql, unitId, mailId, claimed, now);
    if (!found) {
      await sql`
        update notice_mail set state = 'dropped', ended_at = ${now} where unit_id = ${unitId} and id = ${mailId}`;
    }
    return found;
  });
  if (ready === undefined) return "gone";
  if (ready === null) return "dropped";
  const { to, unitName, slug, lines, attempts } = ready;
  const url = mailer.publicUrl && `${mailer.publicUrl}/u/${slug}`;
  let failure: unknown;
  try {
    await mailer.send(mailId, to, composeMail(unitName, url, lines));
  } catch (error) {
    failure = error;
  }
  const { end, sendAt, problem } = afterTry(failure, attempts, now);
  await inUnit(scope, async (_tx, sql) => {
    await sql`
      update notice_mail set address = ${to}, problem = ${problem}, state = ${end === "again" ? "waiting" : end},
        ended_at = ${end === "again" ? null : now}, send_at = ${sendAt}
      where unit_id = ${unitId} and id = ${mailId} and state = 'waiting' and attempts = ${attempts}`;
  });
  return end;
}
