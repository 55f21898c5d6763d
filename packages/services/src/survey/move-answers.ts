import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import { countedDay } from "@gandan/model/survey/ten-day-span";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { foldResponses } from "./fold-responses";

/** Sheets moved in one transaction. */
const BATCH = 500;

interface InboxSheet extends CountedSheet {
  source: "token" | "point" | "tablet" | "paper-staff" | "paper-mttq";
  texts: Readonly<Record<string, string>>;
}

/**
 * Moves waiting sheets of a unit to where they are kept for good, in random order and with new ids, parts their free text
 * from them and counts them: all in one transaction, or nothing. One from a span of ten days that has ended counts in
 * the running one, so that no result that was shown moves by a single sheet.
 * @returns how many were moved; 0 when none waits
 */
export function moveAnswers(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  return inUnit(scope, async (_tx, sql) => {
    const waiting = await sql<InboxSheet[]>`
      with batch as (
        select id from survey_inbox where unit_id = ${unitId} limit ${BATCH})
      delete from survey_inbox i using batch b where i.unit_id = ${unitId} and i.id = b.id
      returning i.form_id as "formId", i.day, i.source, i.point_id as "pointId", i.procedure_code as "procedureCode",
        i.officer, i.answers, i.marks, i.texts`;
    if (waiting.length === 0) return 0;
    const sheets = waiting.map((sheet) => ({ ...sheet, day: countedDay(sheet.day, localToday(now)) }));
    await keepSheets(sql, unitId, sheets);
    await keepTexts(sql, unitId, sheets);
    await foldResponses(sql, unitId, sheets, now);
    await notePublicChange(sql, unitId);
    return sheets.length;
  });
}

async function keepSheets(sql: TransactionSql, unitId: string, sheets: readonly InboxSheet[]): Promise<void> {
  const rows = sheets.map(({ formId, pointId, procedureCode, texts: _, ...rest }) => ({
    ...rest,
    form_id: formId,
    point_id: pointId,
    procedure_code: procedureCode,
  }));
  await sql`
    insert into survey_response
      (unit_id, form_id, day, source, point_id, procedure_code, officer, answers, marks)
    select ${unitId}, n.form_id, n.day, n.source, n.point_id, n.procedure_code, n.officer, n.answers, n.marks
    from jsonb_populate_recordset(null::survey_response, ${JSON.stringify(rows)}::jsonb) n order by random()`;
}

async function keepTexts(sql: TransactionSql, unitId: string, sheets: readonly InboxSheet[]): Promise<void> {
  const rows = sheets.flatMap(({ formId, day, texts }) =>
    Object.entries(texts).map(([questionId, text]) => ({
      form_id: formId,
      question_id: questionId,
      month: monthOf(day),
      text,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    insert into survey_text (unit_id, form_id, question_id, month, text, state)
    select ${unitId}, n.form_id, n.question_id, n.month, n.text, 'waiting'
    from jsonb_populate_recordset(null::survey_text, ${JSON.stringify(rows)}::jsonb) n order by random()`;
}

const monthOf = (day: LocalDate): LocalDate => `${day.slice(0, 8)}01`;
