import { randomInt } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { Answer } from "@gandan/model/survey/asked-questions";
import { compareSheets, MOST_DIFFERING, sampleSize } from "@gandan/model/survey/compare-sheets";
import type { BatchId, SettleSheet, TypeAgain } from "@gandan/model/survey/paper-inputs";
import { type ReadSheet, readAnswers } from "@gandan/model/survey/read-answers";
import type { TransactionSql } from "postgres";
import { readForm } from "./find-asking";
import { auditPaper, type BatchState, lockBatch, type SheetState, sheetOfBatch, sheetsOfBatch } from "./paper-batch";

/**
 * Ends the typing of a batch and draws, by lot, the sheets that somebody else types again.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notTyping, paper.empty
 */
export async function finishTyping(ctx: UnitCtx, { batchId }: BatchId): Promise<{ drawn: number }> {
  authorize(ctx, "survey:enter");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await lockBatch(sql, ctx, batchId, { state: "typing", own: true });
    const numbers = (await sheetsOfBatch(sql, unitId, batchId)).map(({ number }) => number);
    if (numbers.length === 0) throw new AppError("CONFLICT", "paper.empty");
    const drawn = sampleSize(numbers.length);
    const sample = Array.from({ length: drawn }, () => numbers.splice(randomInt(numbers.length), 1)[0]!);
    await sql`
      update survey_paper_sheet set sampled = true
      where unit_id = ${unitId} and batch_id = ${batchId} and number = any(${sample}::int[])`;
    await sql`update survey_paper_batch set state = 'checking' where unit_id = ${unitId} and id = ${batchId}`;
    await auditPaper(sql, ctx, "finish", batchId, { drawn });
    return { drawn };
  });
}

/**
 * Takes the end of typing back, as long as no sheet was typed again.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notChecking, paper.begun
 */
export async function resumeTyping(ctx: UnitCtx, { batchId }: BatchId): Promise<void> {
  authorize(ctx, "survey:enter");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await lockBatch(sql, ctx, batchId, { state: "checking", own: true });
    const sheets = await sheetsOfBatch(sql, unitId, batchId);
    if (sheets.some(({ secondBy }) => secondBy !== null)) throw new AppError("CONFLICT", "paper.begun");
    await sql`update survey_paper_sheet set sampled = false where unit_id = ${unitId} and batch_id = ${batchId}`;
    await sql`update survey_paper_batch set state = 'typing' where unit_id = ${unitId} and id = ${batchId}`;
    await auditPaper(sql, ctx, "resume", batchId);
  });
}

export type TypedAgain = { differing: number } | { problems: ReadSheet["problems"] };

/**
 * Takes a drawn sheet as somebody else typed it from the paper, without having seen the first typing.
 * @throws AppError FORBIDDEN; FORBIDDEN paper.samePerson; NOT_FOUND paper.notFound, paper.sheetNotFound;
 * CONFLICT paper.notChecking, paper.notDrawn
 */
export async function typeAgain(ctx: UnitCtx, { batchId, number, fields }: TypeAgain): Promise<TypedAgain> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const { formId } = await lockBatch(sql, ctx, batchId, { state: "checking", own: false });
    const sheet = await sheetOfBatch(sql, unitId, batchId, number);
    if (!sheet.sampled || sheet.secondBy !== null) throw new AppError("CONFLICT", "paper.notDrawn");
    if (sheet.typedBy === actor.staffId) throw new AppError("FORBIDDEN", "paper.samePerson");
    const { answers, problems } = readAnswers(await readForm(sql, unitId, formId), fields);
    if (problems.length > 0) return { problems };
    const { differing } = compareSheets(sheet.answers, answers);
    await sql`
      update survey_paper_sheet
      set second_answers = ${sql.json(answers as never)}, second_by = ${actor.staffId}, second_at = ${now},
        differing = ${differing.length === 0 ? 0 : null}
      where unit_id = ${unitId} and batch_id = ${batchId} and number = ${number}`;
    await auditPaper(sql, ctx, "type-again", batchId, { number, differing: differing.length });
    return { differing: differing.length };
  });
}

/**
 * Settles what differed between the two typings of a sheet, by a look at the paper: for each such question which was
 * right.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound, paper.sheetNotFound;
 * CONFLICT paper.notChecking, paper.notDrawn; INVALID paper.chooseAll, paper.notPossible
 */
export async function settleSheet(ctx: UnitCtx, { batchId, number, right }: SettleSheet): Promise<void> {
  authorize(ctx, "survey:enter");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    const { formId } = await lockBatch(sql, ctx, batchId, { state: "checking", own: true });
    const { answers, secondAnswers, texts, differing } = await sheetOfBatch(sql, unitId, batchId, number);
    if (secondAnswers === null || differing !== null) throw new AppError("CONFLICT", "paper.notDrawn");
    const ids = compareSheets(answers, secondAnswers).differing;
    if (ids.some((id) => right[id] === undefined)) throw new AppError("INVALID", "paper.chooseAll");
    const settled: Record<string, Answer> = { ...answers };
    for (const id of ids) {
      const answer = right[id] === "second" ? secondAnswers[id] : answers[id];
      if (answer === undefined) delete settled[id];
      else settled[id] = answer;
    }
    const checked = readAnswers(await readForm(sql, unitId, formId), fieldsOf(settled, texts));
    if (checked.problems.length > 0) throw new AppError("INVALID", "paper.notPossible");
    await sql`
      update survey_paper_sheet set answers = ${sql.json(checked.answers as never)}, differing = ${ids.length}
      where unit_id = ${unitId} and batch_id = ${batchId} and number = ${number}`;
    await auditPaper(sql, ctx, "settle", batchId, { number, differing: ids.length });
  });
}

/** Answers as a page would send them. */
export function fieldsOf(answers: Readonly<Record<string, Answer>>, texts: Readonly<Record<string, string>>) {
  const fields: [string, string][] = Object.entries(texts).map(([id, text]) => [`a-${id}`, text]);
  for (const [id, answer] of Object.entries(answers)) {
    const values = typeof answer === "boolean" ? [answer ? "yes" : "no"] : [answer].flat().map(String);
    for (const value of values) fields.push([`a-${id}`, value]);
  }
  return fields;
}

export type HandedIn = { state: "handed-in"; sheets: number } | { state: "more"; drawn: number };

/**
 * Hands a checked batch in: its sheets go to the others, in no order and without who typed them, and only counts stay.
 * When too much differed in the sample, all other sheets are drawn as well instead.
 * @throws AppError FORBIDDEN, FORBIDDEN paper.otherSide; NOT_FOUND paper.notFound; CONFLICT paper.notChecking, paper.unsettled
 */
export async function handIn(ctx: UnitCtx, { batchId }: BatchId): Promise<HandedIn> {
  authorize(ctx, "survey:enter");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const batch = await lockBatch(sql, ctx, batchId, { state: "checking", own: true });
    const sheets = await sheetsOfBatch(sql, unitId, batchId);
    const sample = sheets.filter(({ sampled }) => sampled);
    if (sample.some(({ differing }) => differing === null)) throw new AppError("CONFLICT", "paper.unsettled");
    const { compared, differing } = sampleCounts(sample);
    if (differing > compared * MOST_DIFFERING && sample.length < sheets.length) {
      const drawn = sheets.length - sample.length;
      await sql`update survey_paper_sheet set sampled = true where unit_id = ${unitId} and batch_id = ${batchId}`;
      await auditPaper(sql, ctx, "finish", batchId, { drawn, compared, differing });
      return { state: "more", drawn };
    }
    await moveSheets(sql, unitId, batch, sheets);
    await sql`
      update survey_paper_batch set state = 'handed-in', ended_by = ${actor.staffId}, ended_at = ${now},
        sheets = ${sheets.length}, sampled = ${sample.length}, compared = ${compared}, differing = ${differing}
      where unit_id = ${unitId} and id = ${batchId}`;
    const details = { sheets: sheets.length, sampled: sample.length, compared, differing };
    await auditPaper(sql, ctx, "hand-in", batchId, details);
    return { state: "handed-in", sheets: sheets.length };
  });
}

/** Answers compared and those that differed, over all sheets typed twice. */
export function sampleCounts(sample: readonly SheetState[]): { compared: number; differing: number } {
  let [compared, differing] = [0, 0];
  for (const sheet of sample) {
    compared += compareSheets(sheet.answers, sheet.secondAnswers ?? {}).compared;
    differing += sheet.differing ?? 0;
  }
  return { compared, differing };
}

async function moveSheets(
  sql: TransactionSql,
  unitId: string,
  { id, formId, source, day, procedureCode, pointId }: BatchState,
  sheets: readonly SheetState[],
): Promise<void> {
  const rows = sheets.map(({ answers, texts, procedureCode: own }) => ({
    answers,
    texts,
    procedure: own === "" ? null : (own ?? procedureCode),
  }));
  await sql`
    insert into survey_inbox (unit_id, form_id, day, source, point_id, procedure_code, answers, marks, texts)
    select ${unitId}, ${formId}, ${day}::date, ${source}, ${pointId}::uuid, n.procedure, n.answers, '{}', n.texts
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as n(answers jsonb, texts jsonb, procedure text) order by random()`;
  await sql`delete from survey_paper_sheet where unit_id = ${unitId} and batch_id = ${id}`;
}
