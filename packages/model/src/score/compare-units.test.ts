import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareIndicator, compareUnits, rankRanges } from "./compare-units";
import { indicatorsOf, sampleModel } from "./sample-scorecard";
import { scoreModel } from "./score-model";

function unit(unitId: string, counts: Record<string, readonly [number, number]>) {
  return { unitId, score: scoreModel(sampleModel, indicatorsOf(counts)) };
}

describe("rankRanges", () => {
  it("shares places where intervals overlap", () => {
    const intervals = [
      { low: 0.9, high: 0.95 },
      { low: 0.8, high: 0.92 },
      { low: 0.78, high: 0.85 },
      { low: 0.1, high: 0.2 },
    ];
    expect(rankRanges(intervals)).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 3 },
      { from: 2, to: 3 },
      { from: 4, to: 4 },
    ]);
  });

  it("is what counting pair by pair says", () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }))
      .map(([low, width]) => ({ low, high: low + width }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), (intervals) => {
        expect(rankRanges(intervals)).toEqual(
          intervals.map((own) => ({
            from: 1 + intervals.filter((other) => other.low > own.high).length,
            to: intervals.length - intervals.filter((other) => other.high < own.low).length,
          })),
        );
      }),
    );
  });
});

describe("compareUnits", () => {
  it("ranks by the lines that all have, and only these", () => {
    const { lineIds, points, units } = compareUnits(
      [
        unit("a", { "dung-hen": [990, 1000], "bo-sung": [900, 1000], "hai-long": [10, 100] }),
        unit("b", { "dung-hen": [700, 1000], "bo-sung": [900, 1000] }),
      ],
      100,
    );
    expect(lineIds).toEqual(["tre-hen", "bo-sung"]);
    expect(points).toBe(60);
    // The dissatisfied answers of a stand against nothing of b.
    expect(units.map(({ unitId, share, rank }) => [unitId, share, rank])).toEqual([
      ["a", expect.closeTo((40 * 0.99 + 20) / 60), { from: 1, to: 1 }],
      ["b", expect.closeTo((40 * 0.7 + 20) / 60), { from: 2, to: 2 }],
    ]);
    expect(units[0]!.interval!.low).toBeLessThan(units[0]!.share!);
  });

  it("close units share places", () => {
    const compared = compareUnits(
      [
        unit("a", { "dung-hen": [95, 100], "bo-sung": [95, 100] }),
        unit("b", { "dung-hen": [93, 100], "bo-sung": [95, 100] }),
      ],
      100,
    );
    expect(compared.units.map(({ rank }) => rank)).toEqual([
      { from: 1, to: 2 },
      { from: 1, to: 2 },
    ]);
  });

  it("gives no rank below the minimum n nor below half of the scorecard, and these units do not narrow the comparison", () => {
    const compared = compareUnits(
      [
        unit("a", { "dung-hen": [95, 100], "bo-sung": [95, 100] }),
        unit("few", { "dung-hen": [99, 99], "bo-sung": [99, 99] }),
        unit("part", { "bo-sung": [900, 1000], "hai-long": [90, 100] }),
        unit("less", { "bo-sung": [900, 1000] }),
        unit("none", {}),
      ],
      100,
    );
    expect(compared.units.map(({ unitId, rank, share }) => [unitId, rank !== null, share === null])).toEqual([
      ["a", true, false],
      ["few", false, true],
      ["part", true, false],
      ["less", false, true],
      ["none", false, true],
    ]);
    expect(compared.lineIds).toEqual(["bo-sung"]);
  });

  it("nobody is ranked when nobody has enough", () => {
    expect(compareUnits([unit("a", {})], 1)).toEqual({
      lineIds: [],
      points: 0,
      units: [{ unitId: "a", share: null, interval: null, rank: null, n: 0 }],
    });
    expect(compareUnits([], 1)).toEqual({ lineIds: [], points: 0, units: [] });
  });

  it("refuses to compare different scorecards", () => {
    const other = {
      ...sampleModel,
      scorecard: { ...sampleModel.scorecard!, lines: sampleModel.scorecard!.lines.slice(1) },
    };
    const units = [unit("a", {}), { unitId: "b", score: scoreModel(other, new Map()) }];
    expect(() => compareUnits(units, 1)).toThrow("score.differentScorecards");
  });
});

describe("compareIndicator", () => {
  it("ranks shares of those with enough facts", () => {
    const compared = compareIndicator(
      [
        { unitId: "a", met: 990, n: 1000 },
        { unitId: "b", met: 9, n: 9 },
        { unitId: "c", met: 500, n: 1000 },
        { unitId: "d", met: 0, n: 0 },
      ],
      10,
    );
    expect(compared.map(({ unitId, share, rank }) => [unitId, share, rank])).toEqual([
      ["a", 0.99, { from: 1, to: 1 }],
      ["b", null, null],
      ["c", 0.5, { from: 2, to: 2 }],
      ["d", null, null],
    ]);
  });
});
