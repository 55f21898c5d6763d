import { type CountedSheet, countSheets } from "@gandan/model/survey/count-sheets";
import type { TransactionSql } from "postgres";
import { recountResponses } from "./recount-responses";

/**
 * Adds sheets to `rollup_survey`, in the transaction that stores them in `survey_response`: both or neither. Rows are
 * added to in the order of their keys, so that several may fold at once. `day` is the day on which the sheet counts
 * (see `countedDay`).
 * @param now becomes `as_of`
 */
export async function foldResponses(
  sql: TransactionSql,
  unitId: string,
  sheets: readonly CountedSheet[],
  now: Date,
): Promise<void> {
  if (sheets.length === 0) return;
  // Many fold at once; a recount waits for them, and they for it.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`survey ${unitId}`}, 0))`;
  const rows = countSheets(sheets).map(({ formId, questionId, ...row }) => ({
    form_id: formId,
    question_id: questionId,
    ...row,
  }));
  await sql`
    insert into rollup_survey as r (unit_id, form_id, dimension, day, value, question_id, counts, as_of)
    select ${unitId}, n.form_id, n.dimension, n.day, n.value, n.question_id, n.counts, ${now}
    from jsonb_populate_recordset(null::rollup_survey, ${JSON.stringify(rows)}::jsonb) n
    on conflict (unit_id, form_id, dimension, day, value, question_id) do update
    set as_of = excluded.as_of, counts = (
      select array_agg(coalesce(a, 0) + coalesce(b, 0) order by i)
      from unnest(r.counts, excluded.counts) with ordinality as u(a, b, i)
    )`;
}

/** Counts all sheets of a unit anew; for an operator whom `verifyResponses` has shown a difference. */
export async function refoldResponses(sql: TransactionSql, unitId: string, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${unitId}`}, 0))`;
  await sql`delete from rollup_survey where unit_id = ${unitId}`;
  await sql`
    insert into rollup_survey (unit_id, form_id, dimension, day, value, question_id, counts, as_of)
    select ${unitId}, c.form_id, c.dimension, c.day, c.value, c.question_id, c.counts, ${now}
    from (${recountResponses(sql, unitId)}) c`;
}

export interface SurveyDifference {
  formId: string;
  dimension: string;
  day: string;
  value: string;
  questionId: string;
}

/** Recounts all sheets of a unit and says where `rollup_survey` differs; nothing is changed. */
export async function verifyResponses(sql: TransactionSql, unitId: string): Promise<SurveyDifference[]> {
  const differences = await sql<SurveyDifference[]>`
    with counted as (${recountResponses(sql, unitId)}),
    held as (
      select form_id, dimension, day, value, question_id, counts from rollup_survey where unit_id = ${unitId}
    )
    select distinct form_id as "formId", dimension, day, value, question_id as "questionId"
    from ((table counted except table held) union all (table held except table counted)) d
    order by 1, 2, 3, 4, 5`;
  return [...differences];
}
