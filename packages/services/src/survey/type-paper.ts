import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { BatchId, ChangeSheet, OpenBatch, PaperSheet, TypeSheet } from "@gandan/model/survey/paper-inputs";
import { type ReadSheet, readAnswers } from "@gandan/model/survey/read-answers";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { readForm } from "./find-asking";
import { checkPoint, checkProcedure } from "./paper-about";
import { auditPaper, lockBatch, paperSourceOf, sheetOfBatch } from "./paper-batch";

/**
 * Begins a batch of sheets on paper, as MTTQ's or the office's by the person's role.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotFound; INVALID paper.day, paper.noSuchProcedure, paper.noSuchPoint,
 * unit.ended
 */
export async function openBatch(ctx: UnitCtx, input: OpenBatch): Promise<{ batchId: string; number: number }> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  const { formId, day, note, procedure, pointId } = input;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    await sql`select pg_advisory_xact_lock(hashtextextended(${`survey paper ${unitId}`}, 0))`;
    const [form] = await sql<{ fits: boolean }[]>`
      select ${day}::date between opened_on and coalesce(closed_on, ${localToday(now)}::date) as fits
      from survey_form where unit_id = ${unitId} and id = ${formId}`;
    if (!form) throw new AppError("NOT_FOUND", "survey.formNotFound");
    if (!form.fits) throw new AppError("INVALID", "paper.day");
    await checkProcedure(sql, unitId, procedure);
    await checkPoint(sql, unitId, pointId);
    const [row] = await sql<{ id: string; number: number }[]>`
      insert into survey_paper_batch (unit_id, number, form_id, source, day, note, procedure_code, point_id, state, opened_by, opened_at)
      select ${unitId}, coalesce(max(number), 0) + 1, ${formId}, ${paperSourceOf(ctx)}, ${day}, ${note},
        ${procedure}, ${pointId}::uuid, 'typing', ${actor.staffId}, ${now}
      from survey_paper_batch where unit_id = ${unitId}
      returning id, number`;
    const { id, number } = row!;
    await auditPaper(sql, ctx, "open", id, { number, formId, day, source: paperSourceOf(ctx) });
    return { batchId: id, number };
  });
}

export type Typed = { number: number } | { problems: ReadSheet["problems"] };

/**
 * Takes a sheet as it is typed; one that was sent before is the same sheet.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notTyping; INVALID
 * paper.noSuchProcedure
 */
export async function typeSheet(ctx: UnitCtx, { batchId, key, fields, procedure }: TypeSheet): Promise<Typed> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { formId } = await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    const [before] = await sql<{ number: number }[]>`
      select number from survey_paper_sheet where unit_id = ${unitId} and batch_id = ${batchId} and key = ${key}`;
    if (before) return { number: before.number };
    const sheet = await readTyped(sql, unitId, formId, fields);
    if (sheet.problems.length > 0) return { problems: sheet.problems };
    await checkProcedure(sql, unitId, procedure);
    const [row] = await sql<{ number: number }[]>`
      insert into survey_paper_sheet (unit_id, batch_id, number, key, answers, texts, procedure_code, typed_by, typed_at)
      select ${unitId}, ${batchId}, coalesce(max(number), 0) + 1, ${key}, ${sql.json(sheet.answers as never)},
        ${sql.json(sheet.texts)}, ${procedure}, ${actor.staffId}, ${now}
      from survey_paper_sheet where unit_id = ${unitId} and batch_id = ${batchId}
      returning number`;
    const { number } = row!;
    await auditPaper(sql, ctx, "type", batchId, { number });
    return { number };
  });
}

const readTyped = async (sql: TransactionSql, unitId: string, formId: string, fields: TypeSheet["fields"]) =>
  readAnswers(await readForm(sql, unitId, formId), fields);

/**
 * Corrects a sheet while its batch is being typed.
 * @throws as {@link typeSheet}; NOT_FOUND paper.sheetNotFound
 */
export async function changeSheet(ctx: UnitCtx, { batchId, number, fields, procedure }: ChangeSheet): Promise<Typed> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { formId } = await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    await sheetOfBatch(sql, unitId, batchId, number);
    const sheet = await readTyped(sql, unitId, formId, fields);
    if (sheet.problems.length > 0) return { problems: sheet.problems };
    await checkProcedure(sql, unitId, procedure);
    await sql`
      update survey_paper_sheet
      set answers = ${sql.json(sheet.answers as never)}, texts = ${sql.json(sheet.texts)},
        procedure_code = ${procedure}, typed_by = ${actor.staffId}, typed_at = ${now}
      where unit_id = ${unitId} and batch_id = ${batchId} and number = ${number}`;
    await auditPaper(sql, ctx, "change", batchId, { number });
    return { number };
  });
}

/**
 * Takes a sheet out of a batch that is being typed: it was typed twice, or belongs elsewhere.
 * @throws as {@link changeSheet}
 */
export async function removeSheet(ctx: UnitCtx, { batchId, number }: PaperSheet): Promise<void> {
  authorize(ctx, "survey:enter");
  await inUnit(ctx, async (_tx, sql) => {
    await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    await sheetOfBatch(sql, ctx.unitId, batchId, number);
    await sql`
      delete from survey_paper_sheet where unit_id = ${ctx.unitId} and batch_id = ${batchId} and number = ${number}`;
    await auditPaper(sql, ctx, "remove", batchId, { number });
  });
}

/**
 * Gives up a batch that has no sheets.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notTyping, paper.notEmpty
 */
export async function dropBatch(ctx: UnitCtx, { batchId }: BatchId): Promise<void> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    const sheets = await sql`
      select 1 from survey_paper_sheet where unit_id = ${unitId} and batch_id = ${batchId} limit 1`;
    if (sheets.length > 0) throw new AppError("CONFLICT", "paper.notEmpty");
    await sql`
      update survey_paper_batch set state = 'dropped', ended_by = ${actor.staffId}, ended_at = ${now}
      where unit_id = ${unitId} and id = ${batchId}`;
    await auditPaper(sql, ctx, "drop", batchId);
  });
}
