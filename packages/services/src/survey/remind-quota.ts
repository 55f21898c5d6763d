import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { quarterOf, shiftDay } from "@gandan/model/oversight/period";
import { quota } from "@gandan/model/rules/survey-quota";
import { isEnded } from "../adoption/refuse-ended";
import { gatherMails } from "../notice/gather-mails";
import type { ToldNotice } from "../notice/issued-notice";
import { loadColleagues } from "../notice/unit-colleagues";
import { quarterCode } from "../officer-result/officer-notices";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { countProgress, quotaRuleOn } from "./read-progress";

/** Before the end of a quarter: time to ask with paper those who do not scan. */
const DAYS_BEFORE = 21;
const KIND = "survey-quota";

/**
 * Tells each person of the Fatherland Front that sheets are lacking of the quarter's quota (plan 004, III.4), once a
 * quarter, from three weeks before its end; all at the desk where there is nobody; by e-mail too to who wants it. Takes it back when there are enough
 * or the quarter is over.
 * @returns how many were told
 */
export function remindQuota(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  const today = localToday(now);
  const quarter = quarterOf(today);
  const code = quarterCode(quarter.from);
  return inUnit(scope, async (_tx, sql) => {
    await sql`
      update notice set withdrawn_at = ${now}
      where unit_id = ${unitId} and area = 'survey' and kind = ${KIND} and withdrawn_at is null and code <> ${code}`;
    const from = shiftDay(quarter.to, -DAYS_BEFORE);
    if (today < from || (await isEnded(sql, unitId, today))) return 0;
    const [form] = await sql<{ id: string }[]>`
      select id from survey_form where unit_id = ${unitId} and closed_on is null order by opened_at desc, id limit 1`;
    const rule = form && quotaRuleOn(await loadJudge(sql, unitId, now), today);
    if (!rule) return 0;
    const counts = await countProgress(sql, unitId, quarter);
    const dossiers = [...counts.dossiers.values()].reduce((sum, n) => sum + n, 0);
    if (counts.sheets >= quota(rule.tiers, dossiers).needed) {
      await sql`
        update notice set withdrawn_at = ${now}
        where unit_id = ${unitId} and area = 'survey' and kind = ${KIND} and withdrawn_at is null`;
      return 0;
    }
    const colleagues = await loadColleagues(sql, unitId, today);
    const asked = colleagues.filter(({ roles }) => roles.includes("mttq")).map(({ staffId }) => staffId);
    const told = asked.length > 0 ? asked.map((id) => ({ id, staffId: id })) : [{ id: form.id, staffId: null }];
    const at = toInstant(minuteOfDate(from, "07:00"));
    const dueAt = toInstant(minuteOfDate(quarter.to, "24:00") - 1);
    const rows = await sql<ToldNotice[]>`
      insert into notice (unit_id, area, subject_id, code, kind, at, due_at, audience, staff_id, issued_at)
      select ${unitId}, 'survey', t.id, ${code}, ${KIND}, ${at}, ${dueAt},
        case when t."staffId" is null then 'desk' else 'officer' end, t."staffId", ${now}
      from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(id uuid, "staffId" uuid)
      on conflict do nothing returning id, kind, audience, staff_id as "staffId"`;
    if (rows.length > 0) await gatherMails(sql, unitId, rows, colleagues, now);
    return rows.length;
  });
}
