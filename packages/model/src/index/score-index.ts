import type { IndexFrame, IndexLeaf, IndexNode } from "./index-frame";

/** In a matrix of points: the leaf does not apply to the unit. */
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
  /** Positions of the leaves. */
  readonly leafPositions: Int32Array;
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
  return {
    ids,
    // The frame's own id may repeat a field's: the field is the one that is looked up.
    position: new Map(ids.map((id, at) => [id, at])),
    parent: Int32Array.from(parent),
    points: Float64Array.from(points),
    leaves,
    leafPositions: Int32Array.from(leaves.flatMap((leaf, at) => (leaf ? [at] : []))),
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

export interface IndexScores {
  /** Points earned at each node, units × nodes, unscaled. */
  earned: Float64Array;
  /** Total of each unit scaled to the frame's total; NaN when nothing applies. */
  totals: Float64Array;
}

/**
 * Scores many units in one pass. `points` is units × nodes (row by row, as {@link IndexTree}.ids): the points of each
 * leaf, 0 where none were earned or entered, {@link LEFT_OUT} where the leaf does not apply; other places are ignored.
 * What does not apply is left out and the rest is scaled to the total. Throws RangeError on a matrix of another shape.
 */
export function scoreIndex(tree: IndexTree, points: Float64Array): IndexScores {
  const { parent, points: maxima, leafPositions } = tree;
  const nodes = parent.length;
  const leaves = leafPositions.length;
  const units = points.length / nodes;
  if (!Number.isInteger(units)) throw new RangeError(`${points.length} points are not rows of ${nodes} nodes`);
  const earned = new Float64Array(points.length);
  const totals = new Float64Array(units);
  const total = maxima[0]!;
  for (let unit = 0, base = 0; unit < units; unit++, base += nodes) {
    let missing = 0;
    for (let i = 0; i < leaves; i++) {
      const leaf = leafPositions[i]!;
      const value = points[base + leaf]!;
      if (Number.isNaN(value)) missing += maxima[leaf]!;
      else earned[base + leaf] = value;
    }
    // From the end every child is complete before its parent passes it on.
    for (let node = nodes - 1; node > 0; node--) earned[base + parent[node]!]! += earned[base + node]!;
    if (missing === 0) totals[unit] = earned[base]!;
    // Sums of decimals are off by less than this when every leaf is left out.
    else totals[unit] = total - missing > 1e-9 ? (earned[base]! / (total - missing)) * total : Number.NaN;
  }
  return { earned, totals };
}

/** Points that one unit could earn at each node once leaves that do not apply are left out; `points` is its row. */
export function possiblePoints(tree: IndexTree, points: Float64Array): Float64Array {
  const possible = new Float64Array(tree.parent.length);
  for (const leaf of tree.leafPositions) if (!Number.isNaN(points[leaf]!)) possible[leaf] = tree.points[leaf]!;
  for (let node = possible.length - 1; node > 0; node--) possible[tree.parent[node]!]! += possible[node]!;
  return possible;
}
