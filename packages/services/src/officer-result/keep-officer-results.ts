import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { type AssessedOfficer, assessOfficers } from "@gandan/model/officer-result/assess-officers";
import { type Period, quarterOf, shiftDay } from "@gandan/model/oversight/period";
import { countAll } from "@gandan/model/rules/level-counts";
import type { TransactionSql } from "postgres";
import { loadColleagues } from "../notice/unit-colleagues";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { type OfficerAnswers, readOfficerAnswers } from "./officer-counts";
import { quarterCode, tellChairman } from "./officer-notices";
import { officerRuleOn } from "./officer-rule";

/** The last quarter whose answers are all in at `now`: a day after its end, when nothing counts in it any more. */
export function lastWholeQuarter(now: Date): Period {
  return quarterOf(shiftDay(localToday(now), -1), -1);
}

const plain = (name: string) => name.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

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
    const [judge, answers, colleagues] = await Promise.all([
      loadJudge(sql, unitId, now),
      readOfficerAnswers(sql, unitId, quarter),
      loadColleagues(sql, unitId, localToday(now)),
    ]);
    const rule = officerRuleOn(judge, quarter.to);
    const assessed = assessOfficers(answers.officers, rule, answers.minCell);
    const told = assessed.filter(({ state }) => state === "told").length;
    const few = assessed.filter(({ state }) => state === "few").length;
    await sql`
      insert into officer_round
        (unit_id, quarter, frozen_at, version_id, rule, judged, few, above, told, informed, replied, decided, closed)
      values (${unitId}, ${quarter.from}, ${now}, ${rule.versionId},
        ${sql.json({ levels: [...rule.levels], above: rule.above, minN: Math.max(rule.minN, answers.minCell) })},
        ${assessed.length - few}, ${few}, ${told}, ${told}, 0, 0, 0, 0)`;
    const staffOf = (officer: string) => {
      const named = colleagues.filter(({ name }) => plain(name) === plain(officer));
      return named.length === 1 ? named[0]!.staffId : null;
    };
    const details = shownQuestions(answers.officers, assessed, answers.minCell);
    const rows = assessed.map(({ officer, levels, state }, i) => ({
      quarter: quarter.from,
      officer,
      staff_id: staffOf(officer),
      levels: state === "few" ? [] : levels,
      questions: state === "few" ? [] : details[i],
      state,
    }));
    const kept = await sql<{ id: string; state: string }[]>`
      insert into officer_result (unit_id, quarter, officer, staff_id, levels, questions, state)
      select ${unitId}, r.quarter, r.officer, r.staff_id, r.levels, r.questions, r.state
      from jsonb_populate_recordset(null::officer_result, ${JSON.stringify(rows)}::jsonb) r
      returning id, state`;
    await tellChairman(sql, unitId, {
      resultIds: kept.filter(({ state }) => state === "told").map(({ id }) => id),
      code: quarterCode(quarter.from),
      now,
    });
    await auditRound(sql, unitId, quarter, { judged: assessed.length - few, few, above: told }, now);
    return true;
  });
}

/**
 * The questions about officers, for those who are shown: a question with too few answers for an officer is left out for
 * that officer; where what is left out of one has too few answers together, it is left out for all.
 */
function shownQuestions(officers: readonly OfficerAnswers[], assessed: readonly AssessedOfficer[], minCell: number) {
  const names = new Set(officers.flatMap(({ questions }) => questions.map(({ question }) => question)));
  const shown = new Set(
    [...names].filter((name) => {
      const hidden = officers.reduce((sum, { questions }, i) => {
        const n = countAll(questions.find(({ question }) => question === name)?.levels ?? [0, 0, 0, 0, 0]);
        return assessed[i]!.state === "few" || n < minCell ? sum + n : sum;
      }, 0);
      return hidden === 0 || hidden >= minCell;
    }),
  );
  return officers.map(({ questions }) =>
    questions.filter(({ question, levels }) => shown.has(question) && countAll(levels) >= minCell),
  );
}

async function auditRound(sql: TransactionSql, unitId: string, quarter: Period, details: object, now: Date) {
  await appendAudit(sql, {
    unitId,
    at: now,
    actor: "system",
    action: "officer-result.count",
    subject: quarter.from,
    details: { ...details },
  });
}
