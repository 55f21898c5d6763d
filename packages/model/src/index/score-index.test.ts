import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndexFrame, type IndexLeaf, indexFrame } from "./index-frame";
import { compileFrame, LEFT_OUT, type LeafPoints, leafPoints, scoreIndex } from "./score-index";

const yesNo = (id: string, points: number) => ({ id, title: id, points, leaf: { kind: "yes-no" } });
const frame: IndexFrame = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung",
  year: 2026,
  level: "commune",
  fields: [
    {
      id: "f1",
      title: "f1",
      points: 60,
      criteria: [{ id: "c1", title: "c1", points: 40, children: [yesNo("a", 10), yesNo("b", 30)] }, yesNo("c", 20)],
    },
    { id: "f2", title: "f2", points: 40, criteria: [yesNo("d", 40)] },
  ],
});
const tree = compileFrame(frame);

function matrix(...units: Record<string, number>[]): LeafPoints {
  const points = new Float64Array(tree.leafPositions.length * units.length);
  const leftOut: number[] = [];
  for (const [unit, values] of units.entries()) {
    for (const [id, value] of Object.entries(values)) {
      const place = tree.row[tree.position.get(id)!]! * units.length + unit;
      if (Number.isNaN(value)) leftOut.push(place);
      else points[place] = value;
    }
  }
  return { units: units.length, points, leftOut };
}

const column = (values: Float64Array, unit = 0, units = 1) =>
  Object.fromEntries([...tree.sumPositions].map((at, sum) => [tree.ids[at], values[sum * units + unit]]));

/** The same as one would write it first: a walk down the frame for each unit. */
function naive(values: ReadonlyMap<string, number>) {
  const nodes = new Map<string, { earned: number; possible: number }>();
  const walk = (at: number): { earned: number; possible: number } => {
    const below = [...tree.parent.keys()].filter((node) => tree.parent[node] === at);
    const value = values.get(tree.ids[at]!) ?? 0;
    const own = Number.isNaN(value) ? { earned: 0, possible: 0 } : { earned: value, possible: tree.points[at]! };
    const sum = below.map(walk).reduce((a, b) => ({ earned: a.earned + b.earned, possible: a.possible + b.possible }), {
      earned: 0,
      possible: 0,
    });
    const here = tree.leaves[at] ? own : sum;
    nodes.set(tree.ids[at]!, here);
    return here;
  };
  walk(0);
  return nodes;
}

describe("compileFrame", () => {
  it("lays parents before their children", () => {
    expect(tree.ids).toEqual(["khung", "f1", "c1", "a", "b", "c", "f2", "d"]);
    expect([...tree.parent]).toEqual([-1, 0, 1, 2, 2, 1, 0, 6]);
    expect([...tree.leafPositions]).toEqual([3, 4, 5, 7]);
  });
});

describe("scoreIndex", () => {
  it("adds the leaves of each unit up to the total", () => {
    const { earned, totals } = scoreIndex(tree, matrix({ a: 10, b: 15, c: 20, d: 30 }, { d: 40 }, {}));
    expect(column(earned, 0, 3)).toEqual({ khung: 75, f1: 45, c1: 25, f2: 30 });
    expect(column(earned, 1, 3)).toEqual({ khung: 40, f1: 0, c1: 0, f2: 40 });
    expect([...totals]).toEqual([75, 40, 0]);
  });

  it("leaves out what does not apply and scales the rest", () => {
    const { earned, totals } = scoreIndex(tree, matrix({ a: 10, b: LEFT_OUT, c: 10, d: LEFT_OUT }));
    expect(column(earned).khung).toBe(20);
    expect(totals[0]).toBeCloseTo((20 / 30) * 100, 10);
  });

  it("has no total where nothing applies, and does not touch the neighbours", () => {
    const nothing = { a: LEFT_OUT, b: LEFT_OUT, c: LEFT_OUT, d: LEFT_OUT };
    expect([...scoreIndex(tree, matrix({ d: 40 }, nothing, { c: 20 })).totals]).toEqual([40, Number.NaN, 20]);
  });

  it("equals a walk down the frame for each unit, at every node", () => {
    const point = fc.oneof(fc.constant(LEFT_OUT), fc.integer({ min: 0, max: 40 }));
    const unit = fc.record({ a: point, b: point, c: point, d: point });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (units) => {
        const { earned, totals } = scoreIndex(tree, matrix(...units));
        for (const [i, values] of units.entries()) {
          const nodes = naive(new Map(Object.entries(values)));
          const sums = Object.keys(column(earned)).map((id) => [id, nodes.get(id)!] as const);
          expect(column(earned, i, units.length)).toEqual(Object.fromEntries(sums.map(([id, n]) => [id, n.earned])));
          const all = nodes.get("khung")!;
          if (all.possible === 0) expect(totals[i]).toBeNaN();
          else expect(totals[i]).toBeCloseTo((all.earned / all.possible) * 100, 10);
        }
      }),
    );
  });

  it("refuses points of another shape, and points where a leaf is left out", () => {
    expect(() => scoreIndex(tree, { units: 1, points: new Float64Array(9), leftOut: [] })).toThrow(RangeError);
    expect(() => scoreIndex(tree, { ...matrix({ a: 1 }), leftOut: [0] })).toThrow(RangeError);
  });
});

describe("leafPoints", () => {
  const steps: IndexLeaf = {
    kind: "steps",
    steps: [
      { at_least: 50, points: 3 },
      { at_least: 90, points: 6 },
    ],
  };
  const ratio: IndexLeaf = { kind: "ratio", full_at: 0.9, zero_at: 0.5 };
  const lessIsBetter: IndexLeaf = { kind: "ratio", full_at: 0, zero_at: 0.2 };
  const survey: IndexLeaf = { kind: "survey", full_at: 0.8 };
  it.each([
    ["yes", { kind: "yes-no" }, 1, 6],
    ["no", { kind: "yes-no" }, 0, 0],
    ["below the first step", steps, 49.9, 0],
    ["on a step", steps, 50, 3],
    ["above the last step", steps, 120, 6],
    ["ratio at zero_at", ratio, 0.5, 0],
    ["ratio between", ratio, 0.7, 3],
    ["ratio above full_at", ratio, 1, 6],
    ["less is better: none", lessIsBetter, 0, 6],
    ["less is better: half way", lessIsBetter, 0.1, 3],
    ["less is better: too many", lessIsBetter, 0.5, 0],
    ["survey", survey, 0.4, 3],
  ] satisfies [string, IndexLeaf, number, number][])("%s", (_, leaf, value, expected) => {
    expect(leafPoints(leaf, 6, value)).toBeCloseTo(expected, 10);
  });

  it("keeps what does not apply apart from nothing earned", () => {
    expect(leafPoints(survey, 6, LEFT_OUT)).toBeNaN();
  });
});
