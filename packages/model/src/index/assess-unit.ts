import type { Tally } from "../outcome/tally";
import { type Interval, wilson } from "../score/wilson";
import type { IndexFrame, IndexLeaf, IndexNode } from "./index-frame";
import { type IndexTree, leafPoints, scoreIndex } from "./score-index";

/** What a unit entered for a leaf; null points when the leaf does not apply to it. */
export interface EnteredLeaf {
  points: number | null;
  value: string | number | boolean | null;
  note: string | null;
  enteredAt: Date;
}

/** What a unit above decided on a leaf; null points when the leaf does not apply. */
export interface AppraisedLeaf {
  points: number | null;
  reason: string | null;
  appraisedAt: Date;
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
  /** Facts of a leaf that would be filled by them, where there are fewer than {@link MIN_N}: how many. */
  few: number | null;
  appraised: AppraisedLeaf | null;
  /** Which makes the self-score: facts where there are enough of them, else what was entered. */
  counts: "filled" | "entered" | "left-out" | "nothing" | "sum";
  /** Points of the self-score; null where nothing is entered or nothing applies, of a sum in none of its leaves. */
  self: number | null;
  /** Points that count: of the appraisal where there is one, else of the self-score; null likewise. */
  decided: number | null;
  /** Leaves that are appraised: of a leaf 0 or 1. */
  judged: number;
  /** Leaves that are appraised otherwise than the unit scored itself: of a leaf 0 or 1. */
  differences: number;
}

export interface Assessment {
  nodes: AssessedNode[];
  /** Of the frame's total, scaled where leaves do not apply; null for a unit that has entered nothing yet. */
  self: number | null;
  /** The same with the points of the appraisal where there is one; null where neither unit nor office has begun. */
  total: number | null;
  /** Points of the leaves that are entered, filled or left out: how much of the frame is answered. */
  answered: number;
  leaves: { all: number; answered: number; appraised: number };
  /** The last time the unit entered anything. */
  enteredAt: Date | null;
  /** The last time it was appraised. */
  appraisedAt: Date | null;
}

/** What is known of one unit in a round. */
export interface UnitSheet {
  entries: ReadonlyMap<string, EnteredLeaf>;
  /** The year's indicators by rule of the yardsticks. */
  tallies: ReadonlyMap<string, Tally>;
  appraisals: ReadonlyMap<string, AppraisedLeaf>;
}

/** Facts below this number do not fill a leaf. */
export const MIN_N = 10;

/** Points of a self-score and of an appraisal count as the same below this difference. */
const SAME = 5e-3;

/** True when an appraisal gives other points than the self-score; what was not entered counts as none. */
export function differs(self: number | null, leftOut: boolean, appraised: number | null): boolean {
  if (appraised === null) return !leftOut;
  return leftOut || Math.abs(appraised - (self ?? 0)) >= SAME;
}

function factsOf(leaf: IndexLeaf, maximum: number, tallies: UnitSheet["tallies"]) {
  if (leaf.kind !== "ratio" || !leaf.measured_by) return { filled: null, few: null };
  const ruleId = leaf.measured_by.yardstick;
  const tally = tallies.get(ruleId);
  const n = tally ? tally.met + tally.missed : 0;
  if (!tally || n < MIN_N) return { filled: null, few: n };
  const share = tally.met / n;
  const points = leafPoints(leaf, maximum, share);
  return { filled: { points, share, met: tally.met, n, interval: wilson(tally.met, n), ruleId }, few: null };
}

function assessLeaf(leaf: IndexLeaf, { id, points: maximum }: IndexNode, sheet: UnitSheet) {
  const entered = sheet.entries.get(id) ?? null;
  const appraised = sheet.appraisals.get(id) ?? null;
  const { filled, few } = factsOf(leaf, maximum, sheet.tallies);
  const counts = filled ? "filled" : entered ? (entered.points === null ? "left-out" : "entered") : "nothing";
  const self = filled ? filled.points : (entered?.points ?? null);
  const decided = appraised ? appraised.points : self;
  const differences = appraised && differs(self, counts === "left-out", appraised.points) ? 1 : 0;
  return { entered, filled, few, appraised, counts, self, decided, judged: appraised ? 1 : 0, differences } as const;
}

const latest = (dates: readonly Date[]): Date | null =>
  dates.reduce<Date | null>((last, date) => (last === null || date > last ? date : last), null);

/**
 * One unit in a round: every node of the frame with what was entered, what its facts fill in, what the office above
 * decided and which of them counts, and the totals of self-score and appraisal.
 */
export function assessUnit(frame: IndexFrame, tree: IndexTree, sheet: UnitSheet): Assessment {
  const nodes: AssessedNode[] = [];
  // Two columns: the self-score, and what counts.
  const points = new Float64Array(2 * tree.leafPositions.length);
  const leftOut: number[] = [];
  let answered = 0;
  const leaves = { all: tree.leafPositions.length, answered: 0, appraised: 0 };
  const visit = (node: IndexNode, depth: number): AssessedNode => {
    const { id, title, points: maximum } = node;
    const base = { id, code: node.code ?? null, title, note: node.note ?? null, depth, maximum };
    if (node.leaf) {
      const assessed: AssessedNode = { ...base, leaf: node.leaf, ...assessLeaf(node.leaf, node, sheet) };
      nodes.push(assessed);
      const place = 2 * tree.row[tree.position.get(id)!]!;
      points.set([assessed.self ?? 0, assessed.decided ?? 0], place);
      if (assessed.counts === "left-out") leftOut.push(place);
      if (assessed.appraised ? assessed.appraised.points === null : assessed.counts === "left-out")
        leftOut.push(place + 1);
      if (assessed.counts !== "nothing") {
        answered += maximum;
        leaves.answered++;
      }
      if (assessed.appraised) leaves.appraised++;
      return assessed;
    }
    const nothing = { entered: null, filled: null, few: null, appraised: null, self: null, decided: null } as const;
    const sum: AssessedNode = { ...base, leaf: null, ...nothing, counts: "sum", judged: 0, differences: 0 };
    nodes.push(sum);
    for (const child of node.children ?? []) {
      const below = visit(child, depth + 1);
      sum.judged += below.judged;
      sum.differences += below.differences;
      // Known or not: the points follow once all leaves are read.
      if (below.self !== null) sum.self = 0;
      if (below.decided !== null) sum.decided = 0;
    }
    return sum;
  };
  for (const { criteria, ...field } of frame.fields) visit({ ...field, children: criteria }, 0);
  const { earned, totals } = scoreIndex(tree, { units: 2, points, leftOut });
  for (const node of nodes) {
    if (node.counts !== "sum") continue;
    const place = 2 * tree.row[tree.position.get(node.id)!]!;
    if (node.self !== null) node.self = earned[place]!;
    if (node.decided !== null) node.decided = earned[place + 1]!;
  }
  const totalOf = (begun: boolean, total: number) => (begun && !Number.isNaN(total) ? total : null);
  return {
    nodes,
    self: totalOf(sheet.entries.size > 0, totals[0]!),
    total: totalOf(sheet.entries.size > 0 || leaves.appraised > 0, totals[1]!),
    answered,
    leaves,
    enteredAt: latest([...sheet.entries.values()].map(({ enteredAt }) => enteredAt)),
    appraisedAt: latest([...sheet.appraisals.values()].map(({ appraisedAt }) => appraisedAt)),
  };
}
