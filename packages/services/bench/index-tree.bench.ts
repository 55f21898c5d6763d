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
strictEqual(nodes, 105);
const points = new Float64Array(UNITS * nodes);
let seed = 1;
for (let unit = 0; unit < UNITS; unit++) {
  for (const at of tree.leafPositions) {
    seed = (seed * 48_271) % 0x7fffffff;
    points[unit * nodes + at] = (seed % 6) / 4;
  }
}

const database = await startBenchDatabase();
const { root } = database;
await root`create unlogged table bench_node (id int primary key, parent int not null)`;
await root`create unlogged table bench_leaf (unit int, node int, points float8, primary key (unit, node))`;
await root`insert into bench_node select * from unnest(${[...tree.parent.keys()]}::int[], ${[...tree.parent]}::int[])`;
for (let unit = 0; unit < UNITS; unit++) {
  const row = [...tree.leafPositions].map((at) => points[unit * nodes + at]!);
  await root`insert into bench_leaf select ${unit}, * from unnest(${[...tree.leafPositions]}::int[], ${row}::float8[])`;
}
await root`analyze bench_node, bench_leaf`;

/** Every node of every unit, summed upwards. */
const recursive = () => root<{ unit: number; total: number }[]>`
  with recursive up as (
    select unit, node, points from bench_leaf
    union all
    select up.unit, n.parent, up.points from up join bench_node n on n.id = up.node where n.parent >= 0
  ), sums as (select unit, node, sum(points) as total from up group by unit, node)
  select unit, total from sums where node = 0 order by unit`;

const rows = await recursive();
const { totals } = scoreIndex(tree, points);
strictEqual(rows.length, UNITS);
for (const { unit, total } of rows) strictEqual(totals[unit], total);

const sqlMs = 1000 * (await medianOf(3, recursive)).seconds;
const ourMs = 1000 * (await medianOf(30, () => scoreIndex(tree, points))).seconds;
verdict(
  `index tree: ${(sqlMs / ourMs).toFixed(0)} × recursive SQL (limit ${LIMIT}), ${UNITS} units × ${nodes} nodes equal – ${ourMs.toFixed(2)} ms against ${sqlMs.toFixed(0)} ms`,
  sqlMs / ourMs >= LIMIT,
);
await database.stop();
