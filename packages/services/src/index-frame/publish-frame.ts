import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { OneFrame, PublishFrame } from "@gandan/model/index/frame-inputs";
import { refuseEnded } from "../adoption/refuse-ended";
import { checksumOf } from "../model/check-text";
import { localToday } from "../unit/local-today";
import { insertDraft } from "./draft-frame";
import { findDraft, findFrame } from "./frame-rows";
import { readFrameText } from "./frame-text";
import { closeFrame, lockFrames } from "./lock-frames";

/** Units below that entered results of the year by a frame of a unit above, which this one would put out of sight. */
function countOthers(ctx: UnitCtx, year: number): Promise<number> {
  return inScope(ctx, async (_tx, sql) => {
    const [row] = await sql<{ n: number }[]>`
      select count(distinct e.unit_id)::int as n
      from index_frame f
      join unit_ancestors a on a.ancestor_id = f.unit_id and a.descendant_id = ${ctx.unitId} and a.depth > 0
      join index_entry e on e.frame_id = f.id
      where f.year = ${year} and f.state = 'published'`;
    return row?.n ?? 0;
  });
}

/** How many units below have results, entered or appraised, by frame; frames without any are left out. */
export function countEntered(ctx: UnitCtx, frameIds: readonly string[]): Promise<Map<string, number>> {
  return inScope(ctx, async (_tx, sql) => {
    const rows = await sql<{ frameId: string; n: number }[]>`
      select frame_id as "frameId", count(distinct below)::int as n from (
        select frame_id, unit_id as below from index_entry where frame_id = any(${[...frameIds]}::uuid[])
        union all
        select frame_id, below_id from index_appraisal where frame_id = any(${[...frameIds]}::uuid[])
      ) results group by 1`;
    return new Map(rows.map(({ frameId, n }) => [frameId, n]));
  });
}

/**
 * Publishes the draft of a year: from now on the units below enter their results by it. One transaction with its audit.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`; INVALID `unit.ended`, `indexFrame.invalid`; CONFLICT
 * `indexFrame.published`, `indexFrame.changed`, `indexFrame.othersEntered`
 */
export async function publishFrame(ctx: UnitCtx, input: PublishFrame): Promise<{ frameId: string; year: number }> {
  authorize(ctx, "index:edit");
  const { unitId, now } = ctx;
  const { frameId, checksum } = input;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    await lockFrames(sql, unitId);
    const draft = await findDraft(sql, unitId, frameId, checksum);
    const { year } = draft;
    const read = readFrameText(draft.yaml);
    if ("problems" in read) throw new AppError("INVALID", "indexFrame.invalid", { count: read.problems.length });
    const others = await countOthers(ctx, year);
    if (others > 0) throw new AppError("CONFLICT", "indexFrame.othersEntered", { count: others, year });
    await sql`
      update index_frame set state = 'published', source = ${JSON.stringify(read.frame)}::text::jsonb,
        published_at = ${now}, published_by = ${ctx.actor.staffId}
      where unit_id = ${unitId} and id = ${frameId}`;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "index-frame.publish",
      subject: frameId,
      details: { year, slug: read.frame.id, checksum },
    });
    return { frameId, year };
  });
}

/**
 * Takes a published frame back while no unit has entered results by it: it is a draft again, under another id.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`; INVALID `unit.ended`; CONFLICT `indexFrame.notPublished`,
 * `indexFrame.entered`
 */
export async function withdrawFrame(ctx: UnitCtx, { frameId }: OneFrame): Promise<{ frameId: string; year: number }> {
  authorize(ctx, "index:edit");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    await lockFrames(sql, unitId);
    await closeFrame(sql, frameId);
    const frame = await findFrame(sql, frameId);
    if (frame.unitId !== unitId) throw new AppError("NOT_FOUND", "indexFrame.notFound");
    if (frame.state !== "published") throw new AppError("CONFLICT", "indexFrame.notPublished");
    const count = (await countEntered(ctx, [frameId])).get(frameId) ?? 0;
    if (count > 0) throw new AppError("CONFLICT", "indexFrame.entered", { count });
    // What was entered by the text that units have seen must never stand beside another text.
    await sql`delete from index_frame where unit_id = ${unitId} and id = ${frameId}`;
    const draftId = await insertDraft(sql, ctx, frame.source, frame.yaml);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "index-frame.withdraw",
      subject: frameId,
      details: { year: frame.year, draft: draftId, checksum: checksumOf(frame.yaml) },
    });
    return { frameId: draftId, year: frame.year };
  });
}
