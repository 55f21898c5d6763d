import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import type { TransactionSql } from "postgres";
import { foldResponses } from "./fold-responses";

export const FORM = {
  id: "phieu-thu",
  title: "Phiếu thử",
  questions: [
    { id: "chung", kind: "level5", subject: "general", text: "Nhìn chung, Ông/Bà hài lòng ở mức nào?" },
    { id: "thai-do", kind: "level5", subject: "attitude", text: "Thái độ của cán bộ", required: false },
    { id: "phien-ha", kind: "yes-no", text: "Ông/Bà có gặp phiền hà không?", required: false },
    {
      id: "kenh",
      kind: "several",
      text: "Ông/Bà nộp bằng cách nào?",
      options: ["Trực tiếp", "Trực tuyến", "Bưu chính"],
    },
    { id: "y-kien", kind: "text", text: "Ý kiến khác", required: false },
  ],
};

/** A unit of its own with one open form. */
export async function unitWithForm(
  database: TestDatabase,
  form: { slug?: string; source?: object; version?: number; unitId?: string } = {},
): Promise<UnitScope & { formId: string }> {
  const unitId = form.unitId ?? (await newUnit(database.owner));
  const formId = crypto.randomUUID();
  await database.root`
    insert into survey_form (unit_id, id, slug, version, title, source, origin, checksum, opened_on, opened_by, opened_at)
    values (${unitId}, ${formId}, ${form.slug ?? FORM.id}, ${form.version ?? 1}, ${FORM.title},
      ${(form.source ?? FORM) as never}::jsonb, 'model', '', '2026-01-01', 'test', '2026-01-01T00:00:00Z')`;
  return { db: { app: database.app }, unitId, formId };
}

/** A sheet from a token of a dossier, unless told otherwise. */
export function sheetOf(formId: string, day: string, sheet: Partial<CountedSheet> = {}): CountedSheet {
  return {
    formId,
    day,
    source: "token",
    pointId: null,
    procedureCode: "2.000815",
    officer: null,
    answers: { chung: 5 },
    marks: [],
    ...sheet,
  };
}

export async function storeSheets(sql: TransactionSql, unitId: string, sheets: readonly CountedSheet[]) {
  const rows = sheets.map((sheet) => ({
    form_id: sheet.formId,
    day: sheet.day,
    source: sheet.source,
    point_id: sheet.pointId,
    procedure_code: sheet.procedureCode,
    officer: sheet.officer,
    answers: sheet.answers,
    marks: sheet.marks,
  }));
  await sql`
    insert into survey_response (unit_id, form_id, day, source, point_id, procedure_code, officer, answers, marks)
    select ${unitId}, r.form_id, r.day, r.source, r.point_id, r.procedure_code, r.officer, r.answers, r.marks
    from jsonb_populate_recordset(null::survey_response, ${JSON.stringify(rows)}::jsonb) r`;
}

/** Stores and folds in one transaction, as the worker does. */
export function takeIn(scope: UnitScope, sheets: readonly CountedSheet[], now = new Date("2026-11-22T09:00:00Z")) {
  return inUnit(scope, async (_tx, sql) => {
    await storeSheets(sql, scope.unitId, sheets);
    await foldResponses(sql, scope.unitId, sheets, now);
  });
}
