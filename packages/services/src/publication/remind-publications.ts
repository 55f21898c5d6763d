import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { shiftDay } from "@gandan/model/oversight/period";
import { lastDue, nextDue } from "@gandan/model/publication/publication-dates";
import { isEnded } from "../adoption/refuse-ended";
import { gatherMails } from "../notice/gather-mails";
import type { ToldNotice } from "../notice/issued-notice";
import { loadColleagues } from "../notice/unit-colleagues";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { wantedOn } from "./wanted-here";

/** Days before the last day on which a publication is in time. */
const REMIND_DAYS = [14, 3];

/**
 * Reminds who keeps the model, and the leaders, of what the model wants published and is not yet, a fortnight and three days
 * before; each once, on the page and by e-mail to who wants it. What was published since the date before it needs no reminder.
 * @returns how many reminders were told
 */
export function remindPublications(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  const today = localToday(now);
  return inUnit(scope, async (_tx, sql) => {
    if (await isEnded(sql, unitId, today)) return 0;
    const judge = await loadJudge(sql, unitId, now);
    const colleagues = await loadColleagues(sql, unitId, today);
    const editors = colleagues.filter(({ roles }) => roles.includes("model-keeper")).map(({ staffId }) => staffId);
    const told: ToldNotice[] = [];
    for (const wanted of wantedOn(judge, today)) {
      const dueOn = nextDue(wanted, today);
      const days = REMIND_DAYS.findLast((before) => dueOn !== null && shiftDay(dueOn, -before) <= today);
      if (dueOn === null || days === undefined) continue;
      const [done] = await sql`
        select 1 from publication
        where unit_id = ${unitId} and slug = ${wanted.slug} and state = 'published' and corrects is null
          and (signed_at at time zone 'Asia/Ho_Chi_Minh')::date > ${lastDue(wanted, dueOn) ?? "0001-01-01"} limit 1`;
      if (done) continue;
      const at = toInstant(minuteOfDate(shiftDay(dueOn, -days), "08:00"));
      const dueAt = toInstant(minuteOfDate(dueOn, "24:00") - 1);
      const rows = await sql<ToldNotice[]>`
        insert into notice (unit_id, area, subject_id, code, kind, at, due_at, audience, staff_id, issued_at)
        select ${unitId}, 'publication', md5(${wanted.slug} || coalesce(who, ''))::uuid, ${wanted.title}, 'publication-due',
          ${at}, ${dueAt}, case when who is null then 'chairman' else 'officer' end, who::uuid, ${now}
        from unnest(${[null, ...editors]}::text[]) who
        on conflict do nothing returning id, kind, audience, staff_id as "staffId"`;
      told.push(...rows);
    }
    if (told.length > 0) await gatherMails(sql, unitId, told, colleagues, now);
    return told.length;
  });
}
