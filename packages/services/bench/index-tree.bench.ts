import { strictEqual } from "node:assert/strict";
import type { IndexFrame, IndexNode } from "@gandan/model/index/index-frame";
import { compileFrame, scoreIndex } from "@gandan/model/index/score-index";
import { medianOf, startBenchDatabase, verdict } from "./bench-database";

const UNITS = 3_321;
const LIMIT = 500;

/** 105 nodes: the frame, 8 fields, 24 criteria, 72 leaves; points are quarters, so that sums are exact in any order. */
function frameOf105(): IndexFrame {
  const leaf = (id: string): IndexNode => ({ id, title: id, points: 1.25, leaf: { kind: "yes-no" } });
  const fields = Array.from({ length: 8 }, (_, field) => ({
    id: `f${field}`,
    title: `f${field}`,
    points: 11.25,
    criteria: [1, 2, 3].map((one) => ({
      id: `f${field}-${one}`,
      title: `f${field}-${one}`,
      points: 3.75,
      children: [1, 2, 3].map((leafOne) => leaf(`f${field}-${one}-${leafOne}`)),
    })),
  }));
  const frame = {
    schema: 1,
    id: "bench",
    title: "bench",
    year: 2026,
    level: "commune",
    sample: true,
    total: 90,
  } as const;
  return { ...frame, classes: [], fields };
}

const tree = compileFrame(frameOf105());
const nodes = tree.ids.length;
const leaves = tree.leafPositions.length;
strictEqual(nodes, 105);
const points = new Float64Array(leaves * UNITS);
const leftOut: number[] = [];
let seed = 1;
for (let unit = 0; unit < UNITS; unit++) {
  for (let row = 0; row < leaves; row++) {
    seed = (seed * 48_271) % 0x7fffffff;
    const place = row * UNITS + unit;
    // One leaf in twenty-three does not apply.
    if (seed % 23 === 0) leftOut.push(place);
    else points[place] = (seed % 6) / 4;
  }
}
const missing = new Set(leftOut);
const sheets = { units: UNITS, points, leftOut };

const database = await startBenchDatabase();
const { root } = database;
await root`create unlogged table bench_node (id int primary key, parent int not null, points float8 not null)`;
await root`create unlogged table bench_leaf (unit int, node int, points float8, primary key (unit, node))`;
await root`
  insert into bench_node
  select * from unnest(${[...tree.parent.keys()]}::int[], ${[...tree.parent]}::int[], ${[...tree.points]}::float8[])`;
for (let unit = 0; unit < UNITS; unit++) {
  const places = Array.from({ length: leaves }, (_, row) => row * UNITS + unit);
  const row = places.map((place) => (missing.has(place) ? null : points[place]!));
  await root`insert into bench_leaf select ${unit}, * from unnest(${[...tree.leafPositions]}::int[], ${row}::float8[])`;
}
await root`vacuum analyze bench_node, bench_leaf`;
// As for any statement that is meant to be quick: no sort or hash of it goes to disk.
await root`set work_mem = '256MB'`;

/**
 * What `scoreIndex` gives, for a frame of any depth: points earned and possible at every sum of every unit, and the
 * scaled total. It walks the frame up once (some 300 rows) and joins the leaves to what is above them; recursing over the
 * leaves of all units, or once a unit, takes longer. Only a digest leaves the server while it is timed.
 */
const SUMS = `
  with recursive above as (
    select id as leaf, parent as node, points from bench_node where parent >= 0
    union all
    select above.leaf, n.parent, above.points from above join bench_node n on n.id = above.node where n.parent >= 0
  ), sums as (
    select l.unit, a.node, coalesce(sum(l.points), 0) as earned,
      coalesce(sum(a.points) filter (where l.points is not null), 0) as possible
    from bench_leaf l join above a on a.leaf = l.node group by l.unit, a.node
  )`;
const timed = () =>
  root.unsafe(`${SUMS}
  select count(*), sum(earned), sum(possible), sum(case when node = 0 then earned / nullif(possible, 0) * 90 end) from sums`);
const each = () =>
  root.unsafe<{ unit: number; node: number; earned: number; possible: number }[]>(`${SUMS} select * from sums`);

const scores = scoreIndex(tree, sheets);
const rows = await each();
strictEqual(rows.length, UNITS * tree.sumPositions.length);
for (const { unit, node, earned, possible } of rows) {
  const place = tree.row[node]! * UNITS + unit;
  strictEqual(scores.earned[place], earned);
  strictEqual(scores.possible[place], possible);
  if (node === 0) strictEqual(scores.totals[unit], possible === 90 ? earned : (earned / possible) * 90);
}

const sqlMs = 1000 * (await medianOf(5, timed)).seconds;
for (let warm = 0; warm < 50; warm++) scoreIndex(tree, sheets);
const ourMs = 1000 * (await medianOf(200, () => scoreIndex(tree, sheets))).seconds;
verdict(
  `index tree: ${(sqlMs / ourMs).toFixed(0)} × recursive SQL (limit ${LIMIT}), ${UNITS} units × ${nodes} nodes, equal at every node – ${ourMs.toFixed(2)} ms against ${sqlMs.toFixed(0)} ms`,
  sqlMs / ourMs >= LIMIT,
);
await database.stop();
