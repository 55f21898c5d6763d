import { describe, expect, it } from "vitest";
import { rankUnits } from "./rank-units";

const classes = [
  { id: "kha", title: "Khá", from: 70 },
  { id: "tot", title: "Tốt", from: 80 },
];
const ranks = (totals: ArrayLike<number>) => rankUnits(totals, classes).map((one) => one.rank);

describe("rankUnits", () => {
  it("gives ties the same rank and leaves out the next", () => {
    expect(ranks([70, 90, 80, 90, 60])).toEqual([4, 1, 3, 1, 5]);
  });

  it("compares totals as published", () => {
    expect(ranks([0.1 + 0.2, 0.3, 0.296])).toEqual([1, 1, 1]);
    expect(ranks([80.01, 80.02])).toEqual([2, 1]);
  });

  it("gives no rank and no class without a total, and takes typed arrays", () => {
    expect(rankUnits(Float64Array.of(Number.NaN, 85), classes)).toEqual([
      { rank: null, classId: null },
      { rank: 1, classId: "tot" },
    ]);
  });

  it.each([
    [80, "tot"],
    [79.999, "tot"],
    [79.99, "kha"],
    [69.99, null],
  ])("class of %d", (total, classId) => {
    expect(rankUnits([total], classes)[0]?.classId).toBe(classId);
  });

  it("ranks nobody among none", () => {
    expect(rankUnits([], classes)).toEqual([]);
  });
});
