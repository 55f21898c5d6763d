import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { IndexFrame, IndexNode } from "@gandan/model/index/index-frame";
import type { EnterIndex } from "@gandan/model/index/index-inputs";
import { leafPoints } from "@gandan/model/index/score-index";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";

function findNode(nodes: readonly IndexNode[], id: string): IndexNode | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children ?? [], id);
    if (found) return found;
  }
  return undefined;
}

/**
 * Enters the unit's own value for a leaf; its points follow from the frame. One transaction with its audit.
 * @throws AppError FORBIDDEN; NOT_FOUND index.leafNotFound; INVALID index.value; CONFLICT unit.ended, index.changed when somebody entered
 * another value since the person saw the page
 */
export async function enterIndex(ctx: UnitCtx, input: EnterIndex): Promise<{ points: number | null }> {
  authorize(ctx, "index:enter");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    await refuseEnded(sql, unitId, localToday(now));
    const [frame] = await sql<{ source: IndexFrame }[]>`
      select f.source from index_frame f
      join unit_ancestors a on a.ancestor_id = f.unit_id and a.descendant_id = ${unitId}
      where f.id = ${input.frameId} and f.state = 'published' limit 1`;
    const node = findNode(frame?.source.fields.flatMap(({ criteria }) => criteria) ?? [], input.leaf);
    if (!node?.leaf) throw new AppError("NOT_FOUND", "index.leafNotFound");
    const share = node.leaf.kind !== "steps";
    if (share && input.value !== null && input.value > 1) throw new AppError("INVALID", "index.value", { max: 100 });
    const points = input.value === null ? null : leafPoints(node.leaf, node.points, input.value);
    const seen = input.seen;
    const written = await sql`
      insert into index_entry as old (unit_id, frame_id, leaf, points, value, note, entered_by, entered_at)
      values (${unitId}, ${input.frameId}, ${input.leaf}, ${points}, ${JSON.stringify(input.value)}::text::jsonb,
        ${input.note || null}, ${ctx.actor.staffId}, ${now})
      on conflict (unit_id, frame_id, leaf) do update
        set points = excluded.points, value = excluded.value, note = excluded.note,
          entered_by = excluded.entered_by, entered_at = excluded.entered_at
        where date_trunc('milliseconds', old.entered_at) = ${seen}::timestamptz`;
    if (written.count === 0) throw new AppError("CONFLICT", "index.changed");
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "index.enter",
      subject: input.leaf,
      details: { frameId: input.frameId, value: input.value, points },
    });
    return { points };
  });
}
