import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { dueReminders } from "@gandan/model/notice/reminder-times";
import type { TransactionSql } from "postgres";
import { loadGivenNames } from "../officer-result/named-officer";
import { columnsToFacts, type FactColumns } from "../outcome/fact-columns";
import { loadJudge } from "../outcome/load-judge";
import { FACT_SELECT } from "../rollup/count-reasons";
import { localToday } from "../unit/local-today";
import { queueDeliveries } from "../webhook/queue-deliveries";
import { remindersOf } from "./dossier-reminders";
import { gatherMails } from "./gather-mails";
import type { IssuedNotice } from "./issued-notice";
import { audienceOf, type Colleague, loadColleagues } from "./unit-colleagues";

type Row = FactColumns & {
  id: string;
  receivedOn: string;
  ownVersionId: string | null;
  officer: string | null;
  nextRemindAt: Date;
};

/** Dossiers looked at in one transaction. */
const BATCH = 1_000;

/**
 * Tells the reminders of a unit whose time has come, at most those of 1,000 dossiers a call: once for each dossier, kind
 * and time, with what goes out by e-mail and to webhooks, and the next time of each dossier, in one transaction. Of two
 * workers one does it. A unit that is no more reminds of nothing.
 * @returns how many dossiers were looked at; call again while there are any
 */
export function issueNotices(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  return inUnit(scope, async (_tx, sql) => {
    const [lock] = await sql<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`remind ${unitId}`}, 0)) as mine`;
    if (!lock?.mine) return 0;
    const rows = await sql<Row[]>`
      select d.id, d.received_on as "receivedOn", d.own_version_id as "ownVersionId", d.officer,
        d.next_remind_at as "nextRemindAt", ${sql.unsafe(FACT_SELECT)}
      from dossier d where d.unit_id = ${unitId} and d.next_remind_at <= ${now}
      order by d.next_remind_at limit ${BATCH} for update skip locked`;
    if (rows.length === 0) return 0;
    const today = localToday(now);
    const [judge, colleagues, given, [unit]] = await Promise.all([
      loadJudge(sql, unitId, now),
      loadColleagues(sql, unitId, today),
      loadGivenNames(sql, unitId),
      sql<
        { ended: boolean }[]
      >`select coalesce(valid_to <= ${today}::date, false) as ended from unit where id = ${unitId}`,
    ]);
    const asOf = toLocalMinute(now);
    const told: Record<string, unknown>[] = [];
    const next: { id: string; next_remind_at: Date | null }[] = [];
    for (const row of rows) {
      const dossier = { facts: columnsToFacts(row), receivedOn: row.receivedOn, ownVersionId: row.ownVersionId };
      const reminders = unit?.ended ? [] : remindersOf(judge, dossier, toLocalMinute(row.nextRemindAt));
      for (const { kind, at, dueAt } of dueReminders(reminders, asOf)) {
        told.push({
          dossier_id: row.id,
          kind,
          at: toInstant(at),
          due_at: dueAt === NEVER ? null : toInstant(dueAt),
          ...audienceOf(kind, row.officer, colleagues, given),
        });
      }
      // The list of a week's end comes again with the next one, which is known only from there on.
      const after = unit?.ended ? undefined : remindersOf(judge, dossier, asOf + 1)[0];
      next.push({ id: row.id, next_remind_at: after ? toInstant(after.at) : null });
    }
    const issued = told.length > 0 ? await insertNotices(sql, unitId, told, now) : [];
    await sql`
      update dossier d set next_remind_at = r.next_remind_at
      from jsonb_populate_recordset(null::dossier, ${JSON.stringify(next)}::jsonb) r
      where d.unit_id = ${unitId} and d.id = r.id`;
    if (issued.length > 0) await passOn(sql, unitId, issued, colleagues, now);
    return rows.length;
  });
}

function insertNotices(
  sql: TransactionSql,
  unitId: string,
  told: readonly object[],
  now: Date,
): Promise<IssuedNotice[]> {
  return sql<IssuedNotice[]>`
    insert into notice (unit_id, dossier_id, kind, at, due_at, audience, staff_id, issued_at)
    select ${unitId}, r.dossier_id, r.kind, r.at, r.due_at, r.audience, r.staff_id, ${now}
    from jsonb_populate_recordset(null::notice, ${JSON.stringify(told)}::jsonb) r
    on conflict on constraint notice_once_key do nothing
    returning id, dossier_id as "dossierId", kind, at, due_at as "dueAt", audience, staff_id as "staffId"`;
}

async function passOn(
  sql: TransactionSql,
  unitId: string,
  issued: readonly IssuedNotice[],
  colleagues: readonly Colleague[],
  now: Date,
): Promise<void> {
  await gatherMails(sql, unitId, issued, colleagues, now);
  await queueDeliveries(sql, unitId, issued, now);
}
