import type { Tally } from "../outcome/tally";
import { type Interval, wilson } from "../score/wilson";
import type { IndexFrame, IndexLeaf, IndexNode } from "./index-frame";
import { type IndexTree, LEFT_OUT, leafPoints, scoreIndex } from "./score-index";

/** What a unit entered for a leaf; null points when the leaf does not apply to it. */
export interface EnteredLeaf {
  points: number | null;
  value: string | number | boolean | null;
  note: string | null;
  enteredAt: Date;
}

/** What the unit's own facts say of a leaf. */
export interface FilledLeaf {
  points: number;
  share: number;
  met: number;
  n: number;
  interval: Interval;
  /** Rule of the yardstick that was counted. */
  ruleId: string;
}

export interface AssessedNode {
  id: string;
  code: string | null;
  title: string;
  note: string | null;
  /** 0 the field, 1 its criteria, and so on. */
  depth: number;
  maximum: number;
  leaf: IndexLeaf | null;
  entered: EnteredLeaf | null;
  filled: FilledLeaf | null;
  /** Which of the two counts: facts where there are enough of them, else what was entered. */
  counts: "filled" | "entered" | "left-out" | "nothing" | "sum";
  /** Points that count; null where nothing does. */
  points: number | null;
}

export interface Assessment {
  nodes: AssessedNode[];
  /** Of the frame's total, scaled where leaves do not apply; null for a unit that has entered nothing yet. */
  total: number | null;
  /** Points of the leaves that are entered, filled or left out: how much of the frame is answered. */
  answered: number;
}

/** Facts below this number do not fill a leaf. */
const MIN_N = 10;

function fill(leaf: IndexLeaf, maximum: number, tallies: ReadonlyMap<string, Tally>): FilledLeaf | null {
  if (leaf.kind !== "ratio" || !leaf.measured_by) return null;
  const ruleId = leaf.measured_by.yardstick;
  const tally = tallies.get(ruleId);
  const n = tally ? tally.met + tally.missed : 0;
  if (!tally || n < MIN_N) return null;
  const share = tally.met / n;
  return {
    points: leafPoints(leaf, maximum, share),
    share,
    met: tally.met,
    n,
    interval: wilson(tally.met, n),
    ruleId,
  };
}

/**
 * One unit in a round: every node of the frame with what was entered, what its facts fill in and which of them counts,
 * and the total. `tallies` are the year's indicators by rule of the yardstick.
 */
export function assessUnit(
  frame: IndexFrame,
  tree: IndexTree,
  entries: ReadonlyMap<string, EnteredLeaf>,
  tallies: ReadonlyMap<string, Tally>,
): Assessment {
  const nodes: AssessedNode[] = [];
  const row = new Float64Array(tree.ids.length);
  let answered = 0;
  const visit = (node: IndexNode, depth: number) => {
    const base = { id: node.id, code: node.code ?? null, title: node.title, note: node.note ?? null, depth };
    const maximum = node.points;
    if (node.leaf) {
      const entered = entries.get(node.id) ?? null;
      const filled = fill(node.leaf, maximum, tallies);
      const counts = filled ? "filled" : entered ? (entered.points === null ? "left-out" : "entered") : "nothing";
      const points = filled ? filled.points : (entered?.points ?? null);
      row[tree.position.get(node.id)!] = counts === "left-out" ? LEFT_OUT : (points ?? 0);
      if (counts !== "nothing") answered += maximum;
      nodes.push({ ...base, maximum, leaf: node.leaf, entered, filled, counts, points });
      return;
    }
    nodes.push({ ...base, maximum, leaf: null, entered: null, filled: null, counts: "sum", points: null });
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  for (const { criteria, ...field } of frame.fields) visit({ ...field, children: criteria }, 0);
  const { earned, totals } = scoreIndex(tree, row);
  for (const node of nodes) if (node.counts === "sum") node.points = earned[tree.position.get(node.id)!]!;
  const total = totals[0]!;
  return { nodes, total: entries.size === 0 || Number.isNaN(total) ? null : total, answered };
}
