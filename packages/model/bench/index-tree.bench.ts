import { strictEqual } from "node:assert";
import type { IndexFrame, IndexNode } from "../src/index/index-frame";
import { compileFrame, scoreIndex } from "../src/index/score-index";

const UNITS = 3321;
const ROUNDS = 50;

/** 105 nodes: the frame, 8 fields, 24 criteria, 72 leaves. Points are quarters, so that sums are exact in any order. */
function frameOf105(): IndexFrame {
  const leaf = (id: string): IndexNode => ({ id, title: id, points: 1.25, leaf: { kind: "yes-no" } });
  const criterion = (id: string): IndexNode => ({
    id,
    title: id,
    points: 3.75,
    children: [leaf(`${id}-1`), leaf(`${id}-2`), leaf(`${id}-3`)],
  });
  const fields = Array.from({ length: 8 }, (_, i) => ({
    id: `f${i}`,
    title: `f${i}`,
    points: 11.25,
    criteria: [criterion(`f${i}-1`), criterion(`f${i}-2`), criterion(`f${i}-3`)],
  }));
  return {
    schema: 1,
    id: "bench",
    title: "bench",
    year: 2026,
    level: "commune",
    sample: true,
    total: 90,
    classes: [],
    fields,
  };
}

/** The same sum as one would write it first: a walk down the frame for each unit, points found by id. */
function naiveTotal(frame: IndexFrame, row: ReadonlyMap<string, number>): number {
  const walk = (node: IndexNode): [earned: number, possible: number] => {
    if (!node.children) {
      const value = row.get(node.id) ?? 0;
      return Number.isNaN(value) ? [0, 0] : [value, node.points];
    }
    return add(node.children.map(walk));
  };
  const add = (parts: [number, number][]): [number, number] =>
    parts.reduce<[number, number]>((sum, one) => [sum[0] + one[0], sum[1] + one[1]], [0, 0]);
  const [earned, possible] = add(frame.fields.map((field) => add(field.criteria.map(walk))));
  return possible === frame.total ? earned : (earned / possible) * frame.total;
}

const frame = frameOf105();
const tree = compileFrame(frame);
const nodes = tree.ids.length;
strictEqual(nodes, 105);
const leaves = [...tree.leafPositions].map((at) => tree.ids[at]!);
const points = new Float64Array(leaves.length * UNITS);
const leftOut: number[] = [];
let seed = 1;
for (let unit = 0; unit < UNITS; unit++) {
  for (let row = 0; row < leaves.length; row++) {
    seed = (seed * 48271) % 0x7fffffff;
    const place = row * UNITS + unit;
    // One unit in ten has leaves that do not apply.
    if (unit % 10 === 0 && seed % 20 === 0) leftOut.push(place);
    else points[place] = (seed % 6) / 4;
  }
}
const missing = new Set(leftOut);

const times: number[] = [];
let result = scoreIndex(tree, { units: UNITS, points, leftOut });
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  result = scoreIndex(tree, { units: UNITS, points, leftOut });
  times.push(performance.now() - start);
}
const rows = Array.from({ length: UNITS }, (_, unit) => {
  const valueAt = (place: number) => (missing.has(place) ? Number.NaN : points[place]!);
  return new Map(leaves.map((id, row) => [id, valueAt(row * UNITS + unit)]));
});
const start = performance.now();
const naive = rows.map((row) => naiveTotal(frame, row));
const naiveMs = performance.now() - start;
for (const [unit, total] of naive.entries()) strictEqual(result.totals[unit], total);

times.sort((a, b) => a - b);
const median = times[ROUNDS / 2]!;
console.log(
  JSON.stringify({
    bench: "index-tree",
    nodes,
    units: UNITS,
    equal: true,
    flatMs: Number(median.toFixed(3)),
    recursiveMs: Number(naiveMs.toFixed(1)),
    ratio: Math.round(naiveMs / median),
  }),
);
