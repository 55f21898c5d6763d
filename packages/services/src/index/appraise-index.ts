import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inScope } from "@gandan/db/in-scope";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { type AssessedNode, differs } from "@gandan/model/index/assess-unit";
import { checkAppraisal } from "@gandan/model/index/check-leaf";
import type { AppraiseIndex, LeafProblem, LeavesSaved } from "@gandan/model/index/index-inputs";
import { compileFrame, type IndexTree } from "@gandan/model/index/score-index";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { readFrame } from "./read-frame";
import { assessBelow } from "./read-index-of-unit";
import { readRoundUnits } from "./read-round-below";
import { readAppraisals } from "./read-sheet";
import { lockSheet, writeSheet } from "./write-sheet";

type Appraisal = AppraiseIndex["leaves"][number];

const pointsOf = ({ points }: Appraisal) => (points === "left-out" ? null : points);

/** Self-scores are shown with two decimals; what agrees with one is kept to the last digit. */
const isSame = (a: number | null, b: number | null) => !differs(a, a === null, b);

/** True for a leaf whose points or reason are others than before; what is empty and was never appraised is left alone. */
function isChanged(entry: Appraisal, node: AssessedNode | undefined): boolean {
  const old = node?.appraised;
  if (!old) return entry.points !== null || entry.reason !== "";
  return entry.points === null || !isSame(old.points, pointsOf(entry)) || entry.reason !== (old.reason ?? "");
}

/** The points to keep: those of the self-score where the two agree. */
function agreed(entry: Appraisal, node: AssessedNode | undefined): number | null {
  const points = pointsOf(entry);
  if (points === null || !node) return points;
  return node.self !== null && isSame(node.self, points) ? node.self : Math.min(points, node.maximum);
}

function problemsOf(tree: IndexTree, entry: Appraisal, node: AssessedNode | undefined): LeafProblem[] {
  const self = { points: node?.self ?? null, leftOut: node?.counts === "left-out" };
  const found = checkAppraisal(tree, entry, self);
  if (found) return [found];
  const old = node?.appraised?.appraisedAt.getTime() ?? null;
  if (old === (entry.seen?.getTime() ?? null)) return [];
  return [{ leaf: entry.leaf, key: "index.changed", details: {} }];
}

/**
 * Appraises leaves of a unit that was below in the year of the round, all of them or none. The self-score is read as it
 * is now: it must be the one that the person saw, and other points than it need a reason. Written in the unit that
 * appraises, with its audit.
 * @throws AppError FORBIDDEN; NOT_FOUND unit.outside, index.frameNotFound; INVALID unit.ended; CONFLICT index.changed
 */
export async function appraiseIndex(ctx: UnitCtx, input: AppraiseIndex): Promise<LeavesSaved> {
  authorize(ctx, "index:appraise");
  const { frame, unit, tree, nodes } = await inScope(ctx, async (_tx, sql) => {
    const { frame } = await readFrame(sql, ctx.unitId, input.year);
    if (!frame) throw new AppError("NOT_FOUND", "index.frameNotFound");
    const unit = (await readRoundUnits(sql, ctx.unitId, frame)).find(({ slug }) => slug === input.below);
    if (!unit) throw new AppError("NOT_FOUND", "unit.outside");
    const tree = compileFrame(frame.source);
    const { nodes } = await assessBelow(sql, ctx, frame, tree, unit);
    return { frame, unit, tree, nodes: new Map(nodes.map((node) => [node.id, node])) };
  });
  const changed = input.leaves.filter((entry) => isChanged(entry, nodes.get(entry.leaf)));
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId, now } = ctx;
    await refuseEnded(sql, unitId, localToday(now));
    const problems = changed.flatMap((entry) => problemsOf(tree, entry, nodes.get(entry.leaf)));
    if (problems.length > 0) return { problems };
    if (changed.length === 0) return { saved: [] };
    const rows = changed.map((entry) => ({
      leaf: entry.leaf,
      points: agreed(entry, nodes.get(entry.leaf)),
      reason: entry.reason || null,
      seen: entry.seen,
    }));
    const key = { unitId, frameId: frame.id, belowId: unit.id };
    await lockSheet(sql, key);
    const written = await sql`
      insert into index_appraisal as old
        (unit_id, frame_id, below_id, leaf, points, reason, appraised_by, appraised_at)
      select ${unitId}, ${frame.id}, ${unit.id}, leaf, points, reason, ${ctx.actor.staffId}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as entry(leaf text, points numeric, reason text)
      on conflict (unit_id, frame_id, below_id, leaf) do update
        set points = excluded.points, reason = excluded.reason,
          appraised_by = excluded.appraised_by, appraised_at = excluded.appraised_at
        where date_trunc('milliseconds', old.appraised_at) = (
          select seen from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as entry(leaf text, seen timestamptz)
          where entry.leaf = excluded.leaf)`;
    if (written.count < rows.length) throw new AppError("CONFLICT", "index.changed");
    await writeSheet(sql, key, tree, await readAppraisals(sql, unitId, frame.id, unit.id), now);
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: ctx.actor.staffId,
      action: "index.appraise",
      subject: unit.id,
      details: {
        frameId: frame.id,
        leaves: rows.map(({ leaf, points, reason }) => ({ leaf, points, reason, self: nodes.get(leaf)?.self ?? null })),
      },
    });
    return { saved: rows.map(({ leaf }) => leaf) };
  });
}
