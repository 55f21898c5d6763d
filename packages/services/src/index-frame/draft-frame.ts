import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ImportFrame, OneFrame, SaveFrame, StartFrame } from "@gandan/model/index/frame-inputs";
import type { IndexFrame } from "@gandan/model/index/index-frame";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { checksumOf } from "../model/check-text";
import { localToday } from "../unit/local-today";
import { findDraft, findFrame } from "./frame-rows";
import { readFrameText, sampleText, textForYear } from "./frame-text";
import { lockFrames } from "./lock-frames";

/** A draft as it now stands; or what is wrong with the text that was sent, and nothing kept of it. */
export type DraftedFrame = { frameId: string; year: number } | { problems: ModelProblem[] };

async function change<T>(ctx: UnitCtx, work: (sql: TransactionSql) => Promise<T>): Promise<T> {
  authorize(ctx, "index:edit");
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, ctx.unitId, localToday(ctx.now));
    await lockFrames(sql, ctx.unitId);
    return work(sql);
  });
}

function audit(sql: TransactionSql, ctx: UnitCtx, act: string, frameId: string, details: Record<string, unknown>) {
  const entry = { unitId: ctx.unitId, at: ctx.now, actor: ctx.actor.staffId, subject: frameId, details };
  return appendAudit(sql, { ...entry, action: `index-frame.${act}` });
}

/** Writes the draft of a year. Throws AppError CONFLICT `indexFrame.yearTaken`. */
export async function insertDraft(sql: TransactionSql, ctx: UnitCtx, frame: IndexFrame, yaml: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into index_frame (unit_id, slug, year, title, state, source, yaml, updated_at, updated_by)
    values (${ctx.unitId}, ${frame.id}, ${frame.year}, ${frame.title}, 'draft', ${JSON.stringify(frame)}::text::jsonb,
      ${yaml}, ${ctx.now}, ${ctx.actor.staffId})
    on conflict (unit_id, year) do nothing returning id`;
  if (!row) throw new AppError("CONFLICT", "indexFrame.yearTaken", { year: frame.year });
  return row.id;
}

async function keepText(sql: TransactionSql, ctx: UnitCtx, yaml: string, from: string): Promise<DraftedFrame> {
  const read = readFrameText(yaml);
  if ("problems" in read) return { problems: read.problems };
  const { year, id: slug } = read.frame;
  const frameId = await insertDraft(sql, ctx, read.frame, yaml);
  await audit(sql, ctx, "draft", frameId, { year, slug, from, checksum: checksumOf(yaml) });
  return { frameId, year };
}

/**
 * Opens the draft of a year from the library's sample or from a frame of the unit or of one above.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`, `indexFrame.sampleMissing`; INVALID `unit.ended`; CONFLICT
 * `indexFrame.yearTaken`
 */
export function startFrame(ctx: UnitCtx, { year, from }: StartFrame): Promise<DraftedFrame> {
  return change(ctx, async (sql) => {
    const text = from === "sample" ? sampleText() : (await findFrame(sql, from)).yaml;
    if (text === undefined) throw new AppError("NOT_FOUND", "indexFrame.sampleMissing");
    return keepText(sql, ctx, textForYear(text, year), from);
  });
}

/**
 * Takes the text of a frame in as the draft of the year it names. A text with problems is not kept.
 * @throws AppError FORBIDDEN; INVALID `unit.ended`; CONFLICT `indexFrame.yearTaken`
 */
export function importFrame(ctx: UnitCtx, { yaml }: ImportFrame): Promise<DraftedFrame> {
  return change(ctx, (sql) => keepText(sql, ctx, yaml, "text"));
}

/**
 * Puts another text in place of a draft's. A text with problems is not kept: the draft stays as it was.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`; INVALID `unit.ended`, `indexFrame.yearKept`; CONFLICT
 * `indexFrame.published`, `indexFrame.changed`
 */
export function saveFrame(ctx: UnitCtx, { frameId, checksum, yaml }: SaveFrame): Promise<DraftedFrame> {
  return change(ctx, async (sql) => {
    const draft = await findDraft(sql, ctx.unitId, frameId, checksum);
    const read = readFrameText(yaml);
    if ("problems" in read) return { problems: read.problems };
    const { frame } = read;
    if (frame.year !== draft.year) throw new AppError("INVALID", "indexFrame.yearKept", { year: draft.year });
    await sql`
      update index_frame set slug = ${frame.id}, title = ${frame.title}, source = ${JSON.stringify(frame)}::text::jsonb,
        yaml = ${yaml}, updated_at = ${ctx.now}, updated_by = ${ctx.actor.staffId}
      where unit_id = ${ctx.unitId} and id = ${frameId}`;
    await audit(sql, ctx, "save", frameId, { year: frame.year, checksum: checksumOf(yaml) });
    return { frameId, year: frame.year };
  });
}

/**
 * Throws a draft away and gives its text back, so that it can be taken in again.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`; INVALID `unit.ended`; CONFLICT `indexFrame.published`
 */
export function discardFrame(ctx: UnitCtx, { frameId }: OneFrame): Promise<{ year: number; yaml: string }> {
  return change(ctx, async (sql) => {
    const { year, yaml } = await findDraft(sql, ctx.unitId, frameId);
    await sql`delete from index_frame where unit_id = ${ctx.unitId} and id = ${frameId} and state = 'draft'`;
    await audit(sql, ctx, "discard", frameId, { year, checksum: checksumOf(yaml) });
    return { year, yaml };
  });
}
