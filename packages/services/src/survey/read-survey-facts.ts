import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { judgedQuestion } from "@gandan/model/officer-result/judged-question";
import { earliestOf, type Period, quarterOf, shiftDay } from "@gandan/model/oversight/period";
import type { LevelCounts, OfficerFacts, SurveyFacts } from "@gandan/model/rules/facts";
import { addAnswers, type ShownAnswers, scaleOf } from "@gandan/model/survey/shown-answers";
import { shownCounts, sumWithin } from "@gandan/model/survey/shown-counts";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { readDays, shownAsOf, wholeQuarters } from "./read-counts";

interface FormRow {
  formId: string;
  source: SurveyForm;
  minCell: number;
}

/** The forms of a unit that took answers on some day of a period. */
function formsIn(sql: TransactionSql, unitId: string, { from, to }: Period): Promise<FormRow[]> {
  return sql<FormRow[]>`
    select id as "formId", source, min_cell as "minCell" from survey_form
    where unit_id = ${unitId} and opened_on <= ${to} and (closed_on is null or closed_on >= ${from})`;
}

/** In local minutes: the first of the first day to the last of the last. */
function minutesOf({ from, to }: Period): { from: number; to: number } {
  return { from: minuteOfDate(from, "00:00"), to: minuteOfDate(shiftDay(to, 1), "00:00") - 1 };
}

/** How many dossiers of a unit were finished between two local days: the base of quotas (plan 004, III.4). */
export async function countFinished(sql: TransactionSql, unitId: string, period: Period): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from dossier
    where unit_id = ${unitId} and finished_at >= ${toInstant(minuteOfDate(period.from, "00:00"))}
      and finished_at < ${toInstant(minuteOfDate(shiftDay(period.to, 1), "00:00"))}`;
  return row?.n ?? 0;
}

const asLevels = (counts: readonly number[]): LevelCounts => [0, 1, 2, 3, 4].map((i) => counts[i] ?? 0) as never;

/**
 * What citizens answered in a period, as scores may count it: the sheets, and answers to questions of five levels as far
 * as results show them, so that no choice of periods tells a single one. Undefined where no form took answers.
 */
export async function readSurveyFacts(
  sql: TransactionSql,
  unitId: string,
  period: Period,
  now: Date,
): Promise<SurveyFacts | undefined> {
  const forms = await formsIn(sql, unitId, period);
  if (forms.length === 0) return undefined;
  const today = shownAsOf(now);
  const told = new Map<string, ShownAnswers>();
  for (const { formId, source, minCell } of forms) {
    const days = await readDays(sql, unitId, { formId, questions: source.questions }, wholeQuarters(period));
    for (const { id, kind } of source.questions) {
      if (kind !== "level5") continue;
      const { blocks } = shownCounts(days.get(id) ?? [], [], today, { scale: scaleOf({ kind }), minCell });
      const shown = sumWithin(blocks, period);
      const known = told.get(id);
      if (shown) told.set(id, known ? addAnswers([known, shown]) : shown);
    }
  }
  const [[sheets], dossiers] = await Promise.all([
    sql<{ n: number }[]>`
      select coalesce(sum(counts[1]), 0)::int as n from rollup_survey
      where unit_id = ${unitId} and form_id = any(${forms.map(({ formId }) => formId)}::uuid[]) and dimension = 'all'
        and day between ${period.from} and ${period.to} and question_id = ''`,
    countFinished(sql, unitId, period),
  ]);
  return {
    period: minutesOf(period),
    dossiers,
    responses: sheets?.n ?? 0,
    levels: Object.fromEntries([...told].map(([id, { counts }]) => [id, asLevels(counts)])),
    lumps: Object.fromEntries([...told].map(([id, { lumps }]) => [id, lumps])),
  };
}

/**
 * What citizens said of each officer in each quarter that lies wholly in a period and has ended, by the one question
 * that judges officers. Undefined where no form names officers.
 */
export async function readOfficerFacts(
  sql: TransactionSql,
  unitId: string,
  period: Period,
  now: Date,
): Promise<OfficerFacts | undefined> {
  const forms = await formsIn(sql, unitId, period);
  const judged = forms.flatMap(({ formId, source }) => {
    const question = judgedQuestion(source);
    return question ? [{ form_id: formId, question_id: question.id }] : [];
  });
  if (judged.length === 0) return undefined;
  const first = quarterOf(period.from);
  const last = quarterOf(period.to);
  const from = first.from < period.from ? quarterOf(period.from, 1).from : first.from;
  const whole = last.to > period.to ? quarterOf(period.to, -1).to : last.to;
  // Sheets of the last day are counted on the day after.
  const ended = quarterOf(shiftDay(localToday(now), -1), -1).to;
  const rows = await sql<{ officer: string; levels: number[] }[]>`
    select r.value as officer,
      array[sum(counts[1]), sum(counts[2]), sum(counts[3]), sum(counts[4]), sum(counts[5])]::int[] as levels
    from rollup_survey r
    join jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j(form_id uuid, question_id text)
      using (form_id, question_id)
    where r.unit_id = ${unitId} and r.dimension = 'officer'
      and r.day between ${from} and ${earliestOf(whole, ended)}
    group by r.value, date_trunc('quarter', r.day) order by 1`;
  return {
    period: minutesOf(period),
    officers: rows.map(({ officer, levels }) => ({ officer, levels: asLevels(levels) })),
  };
}
