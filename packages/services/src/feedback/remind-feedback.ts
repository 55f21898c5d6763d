import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import type { Topic } from "@gandan/model/feedback/feedback-inputs";
import type { TransactionSql } from "postgres";
import { isEnded } from "../adoption/refuse-ended";
import { gatherMails } from "../notice/gather-mails";
import { loadColleagues } from "../notice/unit-colleagues";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { feedbackReminders, planOn } from "./feedback-term";
import { numberOf } from "./receive-feedback";

interface Row {
  id: string;
  year: number;
  number: number;
  topic: Topic;
  assignedTo: string | null;
  waitsSince: Date;
  dueAt: Date;
  nextRemindAt: Date;
}

/** Feedback looked at in one transaction. */
const BATCH = 500;

/**
 * Whom a reminder is for: who is to answer, else the desk; what is said of staff, and what is late, the chairman and the
 * vice-chairmen.
 */
function audienceOf(kind: "before-due" | "late", { topic, assignedTo }: Row) {
  if (kind === "late" || (topic === "staff" && !assignedTo)) return { audience: "chairman" as const, staffId: null };
  return assignedTo
    ? { audience: "officer" as const, staffId: assignedTo }
    : { audience: "desk" as const, staffId: null };
}

/**
 * Tells the reminders of a unit's feedback whose time has come, each once, into the page and the e-mails of those who want
 * them, and notes the next time of each; nothing of the citizen but the reception number. Of two workers one does it.
 * @returns how much feedback was looked at; call again while there is any
 */
export function remindFeedback(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  const today = localToday(now);
  return inUnit(scope, async (_tx, sql) => {
    const rows = await sql<Row[]>`
      select id, year, number, topic, assigned_to as "assignedTo", waits_since as "waitsSince", due_at as "dueAt",
        next_remind_at as "nextRemindAt"
      from feedback where unit_id = ${unitId} and next_remind_at <= ${now}
      order by next_remind_at limit ${BATCH} for update skip locked`;
    if (rows.length === 0) return 0;
    const [judge, colleagues, ended] = await Promise.all([
      loadJudge(sql, unitId, now),
      loadColleagues(sql, unitId, today),
      isEnded(sql, unitId, today),
    ]);
    const asOf = toLocalMinute(now);
    const issued = [];
    for (const row of rows) {
      const [since, dueAt] = [toLocalMinute(row.waitsSince), toLocalMinute(row.dueAt)];
      const span = { since, dueAt, after: toLocalMinute(row.nextRemindAt) };
      const times = ended ? [] : feedbackReminders(span, judge.calendar, planOn(judge, since));
      const come = times.filter(({ at }) => at <= asOf);
      // Several that were missed are told as one, and none before the due date once it has passed.
      const last = come.findLast(({ kind }) => kind === "late" || asOf < dueAt);
      const next = times.find(({ at }) => at > asOf);
      if (last) {
        const [told] = await tell(sql, unitId, row, last.kind, toInstant(last.at), now);
        if (told) issued.push({ ...told, ...audienceOf(last.kind, row) });
      }
      await sql`
        update feedback set next_remind_at = ${next ? toInstant(next.at) : null}
        where unit_id = ${unitId} and id = ${row.id}`;
    }
    if (issued.length > 0) await gatherMails(sql, unitId, issued, colleagues, now);
    return rows.length;
  });
}

function tell(sql: TransactionSql, unitId: string, row: Row, kind: "before-due" | "late", at: Date, now: Date) {
  const { audience, staffId } = audienceOf(kind, row);
  return sql<{ id: string; kind: "before-due" | "late"; at: Date; dueAt: Date | null }[]>`
    insert into notice (unit_id, area, subject_id, code, kind, at, due_at, audience, staff_id, issued_at)
    values (${unitId}, 'feedback', ${row.id}, ${numberOf(row)}, ${kind}, ${at}, ${row.dueAt}, ${audience}, ${staffId}, ${now})
    on conflict do nothing returning id, kind, at, due_at as "dueAt"`;
}

/** Takes back what was told of a feedback: it waits no more. */
export async function withdrawReminders(sql: TransactionSql, unitId: string, id: string, now: Date): Promise<void> {
  await sql`
    update notice set withdrawn_at = ${now}
    where unit_id = ${unitId} and area = 'feedback' and subject_id = ${id} and withdrawn_at is null`;
}
