import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { compareSheets } from "@gandan/model/survey/compare-sheets";
import type { BatchId, PaperSheet } from "@gandan/model/survey/paper-inputs";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { fieldsOf } from "./check-paper";
import { readForm } from "./find-asking";
import { type AboutChoices, readAboutChoices } from "./paper-about";
import { type BatchState, isOwnBatch, type SheetState, sheetOfBatch, sheetsOfBatch } from "./paper-batch";

export interface BatchLine extends Omit<BatchState, "formId"> {
  /** Null where the batch does not say. */
  procedureName: string | null;
  pointLabel: string | null;
  formTitle: string;
  note: string;
  openedAt: Date;
  openedBy: string | null;
  endedAt: Date | null;
  /** Typed so far, or handed in. */
  sheets: number;
  sampled: number;
  compared: number;
  differing: number;
  own: boolean;
}

/** Batches on a page. */
const PAGE = 50;

const selectBatches = (sql: TransactionSql, unitId: string) => sql`
  select b.id, b.number, b.source, b.day, b.state, b.note, b.opened_at as "openedAt", b.ended_at as "endedAt",
    b.form_id as "formId", b.procedure_code as "procedureCode", b.point_id as "pointId", p.label as "pointLabel",
    coalesce((select name from procedure where code = b.procedure_code
      order by effective_from > b.day, effective_from desc limit 1), b.procedure_code) as "procedureName", f.title as "formTitle", s.name as "openedBy", b.compared, b.differing,
    case when b.state = 'handed-in' then b.sheets else (
      select count(*)::int from survey_paper_sheet where unit_id = b.unit_id and batch_id = b.id) end as sheets,
    case when b.state = 'handed-in' then b.sampled else (
      select count(*)::int from survey_paper_sheet where unit_id = b.unit_id and batch_id = b.id and sampled) end as sampled
  from survey_paper_batch b
  join survey_form f on f.unit_id = b.unit_id and f.id = b.form_id
  left join survey_point p on p.unit_id = b.unit_id and p.id = b.point_id
  left join staff s on s.id::text = b.opened_by
  where b.unit_id = ${unitId}`;

export interface BatchList {
  batches: BatchLine[];
  total: number;
  pages: number;
  /** Forms of which sheets can be typed: open ones, and those closed in the last month. */
  forms: { formId: string; title: string; from: LocalDate; to: LocalDate | null }[];
  /** What a new batch can be about. */
  about: AboutChoices;
  mayEnter: boolean;
}

/** Batches of sheets on paper, the latest first. */
export async function listBatches(ctx: UnitCtx, { page }: { page: number }): Promise<BatchList> {
  authorize(ctx, "survey:enter");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [counted] = await sql<{ n: number }[]>`
      select count(*)::int as n from survey_paper_batch where unit_id = ${unitId} and state <> 'dropped'`;
    const rows = await sql<Omit<BatchLine, "own">[]>`
      ${selectBatches(sql, unitId)} and b.state <> 'dropped'
      order by b.number desc limit ${PAGE} offset ${(page - 1) * PAGE}`;
    const forms = await sql<BatchList["forms"]>`
      select id as "formId", case when version > 1 then title || ' (' || version || ')' else title end as title,
        opened_on as "from", closed_on as "to"
      from survey_form
      where unit_id = ${unitId} and (closed_on is null or closed_on > (${now}::timestamptz)::date - 31)
      order by closed_on nulls first, title`;
    const about = await readAboutChoices(sql, unitId, localToday(now));
    const total = counted?.n ?? 0;
    const batches = rows.map((row) => ({ ...row, own: isOwnBatch(ctx, row.source) }));
    return { batches, total, pages: Math.max(1, Math.ceil(total / PAGE)), forms: [...forms], about, mayEnter: true };
  });
}

export interface SheetLine {
  number: number;
  /** What it is about where it says otherwise than its batch: a procedure's name, "" for nothing; else null. */
  procedureName: string | null;
  /** Its answers to questions, and free texts. */
  answered: number;
  sampled: boolean;
  /** Typed again; with what differs still open, or settled. */
  again: "open" | "differs" | "done" | null;
  /** It was this person who typed it first. */
  mine: boolean;
}

export interface BatchPage extends BatchLine {
  form: SurveyForm;
  lines: SheetLine[];
  about: AboutChoices;
}

/** A batch with its sheets, without what stands on them. @throws AppError FORBIDDEN; NOT_FOUND paper.notFound */
export async function readBatch(ctx: UnitCtx, { batchId }: BatchId): Promise<BatchPage> {
  authorize(ctx, "survey:enter");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const batch = await findBatch(sql, ctx, batchId);
    const sheets = await sheetsOfBatch(sql, unitId, batchId);
    const about = await readAboutChoices(sql, unitId, batch.day);
    const nameOf = new Map(about.procedures.map(({ code, name }) => [code, name]));
    const lines = sheets.map((sheet) => lineOf(sheet, ctx.actor.staffId, nameOf));
    return { ...batch, form: await readForm(sql, unitId, batch.formId), lines, about };
  });
}

async function findBatch(sql: TransactionSql, ctx: UnitCtx, batchId: string) {
  const [row] = await sql<(Omit<BatchLine, "own"> & { formId: string })[]>`
    ${selectBatches(sql, ctx.unitId)} and b.id = ${batchId}`;
  if (!row) throw new AppError("NOT_FOUND", "paper.notFound");
  return { ...row, own: isOwnBatch(ctx, row.source) };
}

function lineOf(sheet: SheetState, staffId: string, nameOf: ReadonlyMap<string, string>): SheetLine {
  const { number, answers, texts, sampled, secondBy, differing, typedBy } = sheet;
  const again = sampled ? (secondBy === null ? "open" : differing === null ? "differs" : "done") : null;
  const answered = Object.keys(answers).length + Object.keys(texts).length;
  const { procedureCode } = sheet;
  const procedureName = procedureCode === null ? null : (nameOf.get(procedureCode) ?? procedureCode);
  return { number, procedureName, answered, sampled, again, mine: typedBy === staffId };
}

export interface SheetPage {
  number: number;
  batch: BatchLine;
  form: SurveyForm;
  /** What may be done with it now. */
  act: "change" | "type-again" | "settle" | null;
  /** What stands on it, as fields; none when it is to be typed a second time. */
  fields: [string, string][];
  /** What it is about: null as its batch, "" where it does not say. */
  procedureCode: string | null;
  about: AboutChoices;
  /** Questions in which the two typings differ, each as fields would say it. */
  differences: { id: string; first: string[]; second: string[] }[];
  /** Of the sheets still to be typed again by this person, the next after this one. */
  nextToType: number | null;
}

/**
 * One sheet. Who types it a second time is not shown the first typing.
 * @throws AppError FORBIDDEN; NOT_FOUND paper.notFound, paper.sheetNotFound
 */
export async function readSheet(ctx: UnitCtx, { batchId, number }: PaperSheet): Promise<SheetPage> {
  authorize(ctx, "survey:enter");
  const { unitId, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { formId, ...batch } = await findBatch(sql, ctx, batchId);
    const sheet = await sheetOfBatch(sql, unitId, batchId, number);
    const { again, mine } = lineOf(sheet, actor.staffId, new Map());
    const act =
      batch.state === "typing" && batch.own
        ? "change"
        : batch.state === "checking" && again === "open" && !mine
          ? "type-again"
          : batch.state === "checking" && again === "differs" && batch.own
            ? "settle"
            : null;
    const second = sheet.secondAnswers ?? {};
    const ids = act === "settle" ? compareSheets(sheet.answers, second).differing : [];
    const valuesOf = (answers: SheetState["answers"], id: string) =>
      fieldsOf(answers, {}).flatMap(([name, value]) => (name === `a-${id}` ? [value] : []));
    const open = (await sheetsOfBatch(sql, unitId, batchId)).filter(
      (one) => one.sampled && one.secondBy === null && one.typedBy !== actor.staffId && one.number !== number,
    );
    return {
      number,
      batch,
      form: await readForm(sql, unitId, formId),
      act,
      fields: act === "change" ? fieldsOf(sheet.answers, sheet.texts) : [],
      procedureCode: sheet.procedureCode,
      about: await readAboutChoices(sql, unitId, batch.day),
      differences: ids.map((id) => ({ id, first: valuesOf(sheet.answers, id), second: valuesOf(second, id) })),
      nextToType: (open.find((one) => one.number > number) ?? open[0])?.number ?? null,
    };
  });
}
