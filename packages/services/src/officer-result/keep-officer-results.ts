import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { assessOfficer } from "@gandan/model/officer-result/assess-officers";
import { type Period, quarterOf, shiftDay } from "@gandan/model/oversight/period";
import { loadColleagues } from "../notice/unit-colleagues";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { loadGivenNames, staffOfName } from "./named-officer";
import { readOfficerAnswers } from "./officer-counts";
import { quarterCode, tellChairman } from "./officer-notices";
import { officerRuleOn } from "./officer-rule";

/** The last quarter whose answers are all in at `now`: a day after its end, when nothing counts in it any more. */
export function lastWholeQuarter(now: Date): Period {
  return quarterOf(shiftDay(localToday(now), -1), -1);
}

/**
 * Counts once what citizens said of each officer in the last whole quarter, and tells the chairman of those above what
 * the model lets pass. Later figures never move these: two views of them never tell a single answer.
 * @returns false when it was done before
 */
export function keepOfficerResults(scope: UnitScope, now: Date): Promise<boolean> {
  const { unitId } = scope;
  const quarter = lastWholeQuarter(now);
  return inUnit(scope, async (_tx, sql) => {
    // Waits for sheets that are being counted.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${unitId}`}, 0))`;
    const [done] = await sql`select 1 from officer_round where unit_id = ${unitId} and quarter = ${quarter.from}`;
    if (done) return false;
    const today = localToday(now);
    const [judge, answers, colleagues, given] = await Promise.all([
      loadJudge(sql, unitId, now),
      readOfficerAnswers(sql, unitId, quarter, today),
      loadColleagues(sql, unitId, today),
      loadGivenNames(sql, unitId),
    ]);
    const rule = officerRuleOn(judge, quarter.to);
    const rows = answers.map((each) => {
      const state = assessOfficer(each, rule);
      const { officer } = each;
      const shown = state === "few" ? { levels: [], questions: [] } : each;
      const staffId = staffOfName(officer, colleagues, given);
      return { officer, staff_id: staffId, levels: shown.levels, questions: shown.questions, state };
    });
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    const counts = { judged: rows.length - count("few"), few: count("few"), above: count("told") };
    await sql`
      insert into officer_round
        (unit_id, quarter, frozen_at, version_id, rule, judged, few, above, told, informed, replied, decided, closed)
      values (${unitId}, ${quarter.from}, ${now}, ${rule.versionId},
        ${sql.json({ levels: [...rule.levels], above: rule.above, minN: rule.minN })},
        ${counts.judged}, ${counts.few}, ${counts.above}, ${counts.above}, 0, 0, 0, 0)`;
    const kept = await sql<{ id: string; state: string }[]>`
      insert into officer_result (unit_id, quarter, officer, staff_id, levels, questions, state)
      select ${unitId}, ${quarter.from}, r.officer, r.staff_id, r.levels, r.questions, r.state
      from jsonb_populate_recordset(null::officer_result, ${JSON.stringify(rows)}::jsonb) r
      returning id, state`;
    await tellChairman(sql, unitId, {
      resultIds: kept.filter(({ state }) => state === "told").map(({ id }) => id),
      code: quarterCode(quarter.from),
      now,
    });
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: "system",
      action: "officer-result.count",
      subject: quarter.from,
      details: counts,
    });
    return true;
  });
}
