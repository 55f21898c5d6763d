import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { EnteredLeaf } from "@gandan/model/index/assess-unit";
import { checkEntry, leafOf } from "@gandan/model/index/check-leaf";
import type { IndexFrame } from "@gandan/model/index/index-frame";
import type { EnterIndex, LeafProblem, LeavesSaved } from "@gandan/model/index/index-inputs";
import { compileFrame, type IndexTree, leafPoints } from "@gandan/model/index/score-index";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { holdFrame } from "../index-frame/lock-frames";
import { localToday } from "../unit/local-today";
import { readAppraisalsAbout, readEntries } from "./read-sheet";
import { lockSheet, writeSheet } from "./write-sheet";

type Entry = EnterIndex["leaves"][number];

const givenValue = ({ value }: Entry) => (value === "left-out" ? null : value);

/** Shares go through a form as per cent and come back with noise. */
const isSame = (a: EnteredLeaf["value"], b: number | null) =>
  typeof a === "number" && b !== null ? Math.abs(a - b) < 1e-9 : a === b;

/** Leaves whose value or note is another than before; what is empty and was never entered is left alone. */
function changedOnes(leaves: readonly Entry[], before: ReadonlyMap<string, EnteredLeaf>): Entry[] {
  return leaves.filter((entry) => {
    const old = before.get(entry.leaf);
    if (!old) return entry.value !== null || entry.note !== "";
    return entry.value === null || !isSame(old.value, givenValue(entry)) || entry.note !== (old.note ?? "");
  });
}

async function readTree(sql: TransactionSql, unitId: string, frameId: string): Promise<IndexTree> {
  await holdFrame(sql, frameId);
  const [frame] = await sql<{ source: IndexFrame }[]>`
    select f.source from index_frame f
    join unit_ancestors a on a.ancestor_id = f.unit_id and a.descendant_id = ${unitId}
    where f.id = ${frameId} and f.state = 'published' limit 1`;
  if (!frame) throw new AppError("NOT_FOUND", "index.frameNotFound");
  return compileFrame(frame.source);
}

/**
 * Enters the unit's own values for one or many leaves, all of them or none; points follow from the frame. One
 * transaction with its audit; leaves that are as they were are not written again.
 * @throws AppError FORBIDDEN; NOT_FOUND index.frameNotFound; INVALID unit.ended; CONFLICT index.changed
 */
export async function enterIndex(ctx: UnitCtx, input: EnterIndex): Promise<LeavesSaved> {
  authorize(ctx, "index:enter");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    const { frameId } = input;
    await refuseEnded(sql, unitId, localToday(now));
    const tree = await readTree(sql, unitId, frameId);
    const key = { unitId, frameId, belowId: unitId };
    await lockSheet(sql, key);
    const [before, appraised] = await Promise.all([
      readEntries(sql, unitId, frameId),
      readAppraisalsAbout(sql, unitId, frameId),
    ]);
    const changed = changedOnes(input.leaves, before);
    const problems = changed.flatMap((entry): LeafProblem[] => {
      const { leaf } = entry;
      const found = checkEntry(tree, entry);
      if (found) return [found];
      if (appraised.has(leaf)) return [{ leaf, key: "index.alreadyAppraised", details: {} }];
      const old = before.get(leaf)?.enteredAt.getTime() ?? null;
      return old === (entry.seen?.getTime() ?? null) ? [] : [{ leaf, key: "index.changed", details: {} }];
    });
    if (problems.length > 0) return { problems };
    if (changed.length === 0) return { saved: [] };
    const rows = changed.map((entry) => {
      const value = givenValue(entry);
      const { leaf, maximum } = leafOf(tree, entry.leaf)!;
      const points = value === null ? null : leafPoints(leaf, maximum, value);
      return { leaf: entry.leaf, points, value, note: entry.note || null, seen: entry.seen };
    });
    const written = await sql`
      insert into index_entry as old (unit_id, frame_id, leaf, points, value, note, entered_by, entered_at)
      select ${unitId}, ${frameId}, leaf, points, coalesce(value, 'null'), note, ${ctx.actor.staffId}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as entry(leaf text, points numeric, value jsonb, note text)
      on conflict (unit_id, frame_id, leaf) do update
        set points = excluded.points, value = excluded.value, note = excluded.note,
          entered_by = excluded.entered_by, entered_at = excluded.entered_at
        where date_trunc('milliseconds', old.entered_at) = (
          select seen from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as entry(leaf text, seen timestamptz)
          where entry.leaf = excluded.leaf)`;
    // Somebody was faster than the check above.
    if (written.count < rows.length) throw new AppError("CONFLICT", "index.changed");
    const after = rows.map(({ leaf, points }) => [leaf, { points }] as const);
    await writeSheet(sql, key, tree, new Map([...before, ...after]), now);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "index.enter",
      subject: rows.map(({ leaf }) => leaf).join(" "),
      details: { frameId, leaves: rows.map(({ leaf, value, points }) => ({ leaf, value, points })) },
    });
    return { saved: rows.map(({ leaf }) => leaf) };
  });
}
