import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { OneFrame } from "@gandan/model/index/frame-inputs";
import type { IndexClass, IndexFrame, IndexLeaf, IndexNode } from "@gandan/model/index/index-frame";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { ruleSentence } from "@gandan/model/model-editing/describe-model";
import type { TransactionSql } from "postgres";
import { checksumOf } from "../model/check-text";
import { unitNameOf } from "../model/read-model";
import { diffFrames, type FrameChange } from "./diff-frames";
import { type FrameRow, findFrame, frameColumns } from "./frame-rows";
import { countEntered } from "./publish-frame";

export interface FrameNode {
  id: string;
  code: string | null;
  title: string;
  note: string | null;
  /** 0 the field, 1 its criteria, and so on. */
  depth: number;
  points: number;
  /** Null for a sum. */
  leaf: IndexLeaf | null;
  /** What fills the leaf from dossiers: the rule as the yardstick of the year words it; null where none has it. */
  filledBy: { ruleId: string; title: string | null } | null;
}

export interface ReadFrame extends Omit<FrameRow, "unitId" | "source"> {
  own: boolean;
  by: string;
  checksum: string;
  sample: boolean;
  level: string;
  note: string | null;
  total: number;
  classes: IndexClass[];
  nodes: FrameNode[];
  /** Units of the frame's level that are below in its year. */
  units: number;
  entered: number;
  /** Against the unit's published frame of the nearest earlier year. */
  before: { year: number; changes: FrameChange[] } | null;
  mayEdit: boolean;
}

async function rulesOf(sql: TransactionSql, ctx: UnitCtx, year: number): Promise<Map<string, string>> {
  const rows = await sql<{ source: ModelSource }[]>`
    select v.source from yardstick_application y
    join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id
    where y.valid_from <= make_date(${year}, 12, 31) and (y.valid_to is null or y.valid_to > make_date(${year}, 1, 1))
    order by y.valid_from`;
  return new Map(
    rows.flatMap(({ source }) =>
      Object.entries(source.rules).map(([id, rule]) => [id, rule.title ?? ruleSentence(rule, ctx.language)] as const),
    ),
  );
}

function nodesOf(frame: IndexFrame, rules: ReadonlyMap<string, string>): FrameNode[] {
  const nodes: FrameNode[] = [];
  const visit = (node: IndexNode, depth: number) => {
    const { id, title, points } = node;
    const leaf = node.leaf ?? null;
    const ruleId = leaf?.kind === "ratio" ? leaf.measured_by?.yardstick : undefined;
    const filledBy = ruleId === undefined ? null : { ruleId, title: rules.get(ruleId) ?? null };
    nodes.push({ id, code: node.code ?? null, title, note: node.note ?? null, depth, points, leaf, filledBy });
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  for (const { criteria, ...field } of frame.fields) visit({ ...field, children: criteria }, 0);
  return nodes;
}

/**
 * One frame with all that helps to decide on it: its nodes, who is scored by it, and what differs from the year before.
 * @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound`
 */
export async function readFramePage(ctx: UnitCtx, { frameId }: OneFrame): Promise<ReadFrame> {
  authorize(ctx, "index:read");
  const { unitId } = ctx;
  const read = await inUnit(ctx, async (_tx, sql) => {
    const { source, unitId: owner, ...row } = await findFrame(sql, frameId);
    const { year } = row;
    const [by, rules, [earlier], [below]] = await Promise.all([
      unitNameOf(sql, owner),
      rulesOf(sql, ctx, year),
      sql<FrameRow[]>`
        select ${frameColumns(sql)} from index_frame f
        where f.unit_id = ${owner} and f.state = 'published' and f.year < ${year} order by f.year desc limit 1`,
      sql<{ n: number }[]>`
        select count(distinct u.id)::int as n from unit_ancestors a join unit u on u.id = a.descendant_id
        where a.ancestor_id = ${unitId} and a.depth > 0 and u.level = ${source.level}
          and a.valid_from <= make_date(${year}, 12, 31) and (a.valid_to is null or a.valid_to > make_date(${year}, 1, 1))`,
    ]);
    return {
      ...row,
      own: owner === unitId,
      by,
      checksum: checksumOf(row.yaml),
      sample: source.sample,
      level: source.level,
      note: source.note ?? null,
      total: source.total,
      classes: [...source.classes].sort((a, b) => b.from - a.from),
      nodes: nodesOf(source, rules),
      units: below?.n ?? 0,
      before: earlier ? { year: earlier.year, changes: diffFrames(earlier.source, source) } : null,
      mayEdit: mayDo(ctx, "index:edit") && owner === unitId,
    };
  });
  const entered = (await countEntered(ctx, [frameId])).get(frameId) ?? 0;
  return { ...read, entered };
}

/** A frame as its author wrote it: one YAML text. @throws AppError FORBIDDEN; NOT_FOUND `indexFrame.notFound` */
export async function exportFrame(ctx: UnitCtx, { frameId }: OneFrame): Promise<{ fileName: string; yaml: string }> {
  authorize(ctx, "index:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { source, yaml } = await findFrame(sql, frameId);
    return { fileName: `${source.id}.yaml`, yaml };
  });
}
