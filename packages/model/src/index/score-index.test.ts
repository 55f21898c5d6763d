import { describe, expect, it } from "vitest";
import { type IndexFrame, type IndexLeaf, indexFrame } from "./index-frame";
import { compileFrame, LEFT_OUT, leafPoints, possiblePoints, scoreIndex } from "./score-index";

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

function matrix(...units: Record<string, number>[]): Float64Array {
  const nodes = tree.ids.length;
  const points = new Float64Array(units.length * nodes);
  for (const [row, unit] of units.entries()) {
    for (const [id, value] of Object.entries(unit)) points[row * nodes + tree.position.get(id)!] = value;
  }
  return points;
}

const row = (values: Float64Array, unit = 0) =>
  Object.fromEntries(tree.ids.map((id, at) => [id, values[unit * tree.ids.length + at]]));

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
    expect(row(earned)).toEqual({ khung: 75, f1: 45, c1: 25, a: 10, b: 15, c: 20, f2: 30, d: 30 });
    expect(row(earned, 1)).toEqual({ khung: 40, f1: 0, c1: 0, a: 0, b: 0, c: 0, f2: 40, d: 40 });
    expect([...totals]).toEqual([75, 40, 0]);
  });

  it("ignores what stands at nodes that are sums", () => {
    expect([...scoreIndex(tree, matrix({ khung: 5, f1: 7, a: 10 })).totals]).toEqual([10]);
  });

  it("leaves out what does not apply and scales the rest", () => {
    const points = matrix({ a: 10, b: LEFT_OUT, c: 10, d: LEFT_OUT });
    const { earned, totals } = scoreIndex(tree, points);
    expect(row(earned).khung).toBe(20);
    expect(row(possiblePoints(tree, points))).toEqual({ khung: 30, f1: 30, c1: 10, a: 10, b: 0, c: 20, f2: 0, d: 0 });
    expect(totals[0]).toBeCloseTo((20 / 30) * 100, 10);
  });

  it("has no total where nothing applies, and does not touch the neighbours", () => {
    const nothing = { a: LEFT_OUT, b: LEFT_OUT, c: LEFT_OUT, d: LEFT_OUT };
    expect([...scoreIndex(tree, matrix({ d: 40 }, nothing, { c: 20 })).totals]).toEqual([40, Number.NaN, 20]);
  });

  it("refuses rows of another frame", () => {
    expect(() => scoreIndex(tree, new Float64Array(9))).toThrow(RangeError);
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
