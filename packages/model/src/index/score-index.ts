import type { IndexFrame, IndexLeaf, IndexNode } from "./index-frame";

/** As the value of a leaf: it does not apply to the unit. */
export const LEFT_OUT = Number.NaN;

/** A frame as flat arrays, one place a node; every parent stands before its children, the whole frame at 0. */
export interface IndexTree {
  readonly ids: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  /** Position of the parent; -1 for the root. */
  readonly parent: Int32Array;
  /** Maximum points. */
  readonly points: Float64Array;
  readonly leaves: readonly (IndexLeaf | undefined)[];
  /** Positions of the leaves, in the order of the rows of a matrix of points. */
  readonly leafPositions: Int32Array;
  /** Positions of the nodes that are sums, in the order of the rows of {@link IndexScores}; the whole frame first. */
  readonly sumPositions: Int32Array;
  /** By position: the row of a leaf among the leaves, of a sum among the sums. */
  readonly row: Int32Array;
}

/** Lays a frame out flat. The root bears the frame's id. */
export function compileFrame(frame: IndexFrame): IndexTree {
  const ids: string[] = [];
  const parent: number[] = [];
  const points: number[] = [];
  const leaves: (IndexLeaf | undefined)[] = [];
  const add = (id: string, above: number, max: number, leaf?: IndexLeaf): number => {
    parent.push(above);
    points.push(max);
    leaves.push(leaf);
    return ids.push(id) - 1;
  };
  const addNode = (node: IndexNode, above: number): void => {
    const here = add(node.id, above, node.points, node.leaf);
    for (const child of node.children ?? []) addNode(child, here);
  };
  const root = add(frame.id, -1, frame.total);
  for (const field of frame.fields) {
    const here = add(field.id, root, field.points);
    for (const criterion of field.criteria) addNode(criterion, here);
  }
  const row = new Int32Array(ids.length);
  const places = (wanted: boolean) =>
    Int32Array.from(leaves.flatMap((leaf, at) => (Boolean(leaf) === wanted ? [at] : [])));
  const [leafPositions, sumPositions] = [places(true), places(false)];
  for (const list of [leafPositions, sumPositions]) for (const [i, at] of list.entries()) row[at] = i;
  return {
    ids,
    // The frame's own id may repeat a field's: the field is the one that is looked up.
    position: new Map(ids.map((id, at) => [id, at])),
    parent: Int32Array.from(parent),
    points: Float64Array.from(points),
    leaves,
    leafPositions,
    sumPositions,
    row,
  };
}

const share = (value: number, zero: number, full: number): number =>
  Math.min(1, Math.max(0, (value - zero) / (full - zero)));

/**
 * Points that a leaf earns for a value: 0 or 1 for yes-no, the counted value for steps, a share 0..1 for ratio and
 * survey. NaN (does not apply) stays NaN.
 */
export function leafPoints(leaf: IndexLeaf, points: number, value: number): number {
  if (Number.isNaN(value)) return LEFT_OUT;
  switch (leaf.kind) {
    case "yes-no":
      return value > 0 ? points : 0;
    case "steps":
      return leaf.steps.reduce((best, step) => (value >= step.at_least ? Math.max(best, step.points) : best), 0);
    case "ratio":
      return points * share(value, leaf.zero_at, leaf.full_at);
    case "survey":
      return points * share(value, 0, leaf.full_at);
  }
}

/** Points of many units: row by row a leaf, all units of a leaf side by side. */
export interface LeafPoints {
  units: number;
  /** leaves × units in the order of {@link IndexTree.leafPositions}; 0 where nothing is earned or entered. */
  points: Float64Array;
  /** Places in `points` of leaves that do not apply to their unit; `points` is 0 there. */
  leftOut: readonly number[];
}

export interface IndexScores {
  /** Points earned, unscaled: sums × units in the order of {@link IndexTree.sumPositions}. */
  earned: Float64Array;
  /** Total of each unit scaled to the frame's total; NaN when nothing applies. */
  totals: Float64Array;
}

/** Sums of decimals are off by less than this. */
const NOISE = 1e-9;

/**
 * Scores many units in one pass over flat arrays. What does not apply is left out and the rest scaled to the total.
 * Throws RangeError on points of another shape, or where a leaf that is left out has points.
 */
export function scoreIndex(tree: IndexTree, { units, points, leftOut }: LeafPoints): IndexScores {
  const { parent, points: maxima, leafPositions, sumPositions, row, leaves } = tree;
  if (points.length !== leafPositions.length * units) {
    throw new RangeError(`${points.length} points are not ${leafPositions.length} leaves of ${units} units`);
  }
  const earned = new Float64Array(sumPositions.length * units);
  const missing = new Float64Array(units);
  const totals = new Float64Array(units);
  for (let i = 0; i < leftOut.length; i++) {
    const place = leftOut[i]!;
    if (points[place] !== 0) throw new RangeError("a leaf that is left out has no points");
    const leaf = (place / units) | 0;
    missing[place - leaf * units]! += maxima[leafPositions[leaf]!]!;
  }
  const parts: { leaves: number[]; sums: number[] }[] = Array.from(sumPositions, () => ({ leaves: [], sums: [] }));
  for (let node = 1; node < parent.length; node++) {
    const part = parts[row[parent[node]!]!]!;
    (leaves[node] ? part.leaves : part.sums).push(row[node]! * units);
  }
  // From the end every sum below is complete before it is added.
  for (let sum = sumPositions.length - 1; sum >= 0; sum--) {
    addRows(earned, sum * units, points, parts[sum]!.leaves, units);
    addRows(earned, sum * units, earned, parts[sum]!.sums, units);
  }
  const total = maxima[0]!;
  for (let unit = 0; unit < units; unit++) {
    const possible = total - missing[unit]!;
    if (missing[unit] === 0) totals[unit] = earned[unit]!;
    else totals[unit] = possible > NOISE ? (earned[unit]! / possible) * total : Number.NaN;
  }
  return { earned, totals };
}

/** Adds rows to a row, three at a time: fewer passes over the row that is written. */
function addRows(to: Float64Array, at: number, from: Float64Array, rows: readonly number[], units: number): void {
  let i = 0;
  for (; i + 2 < rows.length; i += 3) addThree(to, at, from, rows[i]!, rows[i + 1]!, rows[i + 2]!, units);
  for (; i < rows.length; i++) addOne(to, at, from, rows[i]!, units);
}

function addThree(to: Float64Array, at: number, from: Float64Array, a: number, b: number, c: number, units: number) {
  for (let unit = 0; unit < units; unit++) to[at + unit]! += from[a + unit]! + from[b + unit]! + from[c + unit]!;
}

function addOne(to: Float64Array, at: number, from: Float64Array, a: number, units: number) {
  for (let unit = 0; unit < units; unit++) to[at + unit]! += from[a + unit]!;
}
