import { describe, expect, it } from "vitest";
import { indicatorsOf, sampleModel } from "./sample-scorecard";
import { earnedPoints, scoreModel } from "./score-model";
import { wilson } from "./wilson";

describe("earnedPoints", () => {
  it("is linear between the two ends and flat outside them", () => {
    const line = { points: 20, zero_at: 0.5, full_at: 0.9 };
    expect([0.4, 0.5, 0.7, 0.9, 1].map((share) => earnedPoints(line, share))).toEqual([
      0,
      0,
      expect.closeTo(10),
      20,
      20,
    ]);
  });

  it("is all or nothing when the ends meet", () => {
    const line = { points: 20, zero_at: 0.95, full_at: 0.95 };
    expect([0.94, 0.95].map((share) => earnedPoints(line, share))).toEqual([0, 20]);
  });
});

describe("scoreModel", () => {
  it("pools the rules of a line and adds up the lines", () => {
    const score = scoreModel(
      sampleModel,
      indicatorsOf({
        "dung-hen": [180, 200],
        "xin-loi": [0, 0],
        "bo-sung": [140, 200],
        "hai-long": [45, 50],
        "ra-mat": [1, 1],
      }),
    );
    expect(score).toMatchObject({ total: 100, coverage: 100, n: 200 });
    expect(score.points).toBeCloseTo(36 + 10 + 27 + 10, 9);
    expect(score.lines.map(({ state }) => state)).toEqual(["measured", "measured", "measured", "measured"]);
    expect(score.lines[0]).toMatchObject({ n: 200, met: 180, interval: wilson(180, 200) });
    const lows = [40 * wilson(180, 200).low, 20 * ((wilson(140, 200).low - 0.5) / 0.4), 30 * wilson(45, 50).low, 10];
    expect(score.interval.low).toBeCloseTo(lows[0]! + lows[1]! + lows[2]! + lows[3]!, 9);
    expect(score.interval.high).toBeGreaterThan(score.points);
    expect(score.interval.high).toBeLessThanOrEqual(100);
  });

  it("two rules of a line weigh by their facts", () => {
    const score = scoreModel(sampleModel, indicatorsOf({ "dung-hen": [90, 100], "xin-loi": [0, 10] }));
    expect(score.lines[0]).toMatchObject({ n: 110, met: 90, earned: expect.closeTo((40 * 90) / 110) });
  });

  it("what is not measured is neither zero nor full marks", () => {
    const score = scoreModel(sampleModel, indicatorsOf({ "dung-hen": [100, 100], "bo-sung": [0, 0] }));
    expect(score).toMatchObject({ points: 40, coverage: 40, total: 100, n: 100 });
    expect(score.lines.map(({ state, earned }) => [state, earned])).toEqual([
      ["measured", 40],
      ["unmeasured", null],
      ["unmeasured", null],
      ["unmeasured", null],
    ]);
  });

  it("below the minimum n there are few facts and no points; the minimum itself is enough", () => {
    const few = scoreModel(sampleModel, indicatorsOf({ "dung-hen": [9, 9], "bo-sung": [10, 10] }));
    expect(few.lines.slice(0, 2).map(({ state, earned }) => [state, earned])).toEqual([
      ["few", null],
      ["measured", 20],
    ]);
    expect(few.lines[0]?.interval).toEqual(wilson(9, 9));
    expect(few).toMatchObject({ points: 20, coverage: 20, n: 10 });
  });

  it("a task is not a sample: one is enough and there is no interval", () => {
    const score = scoreModel(sampleModel, indicatorsOf({ "ra-mat": [0, 1] }));
    expect(score.lines[3]).toMatchObject({
      state: "measured",
      earned: 0,
      interval: null,
      earnedInterval: { low: 0, high: 0 },
    });
    expect(score).toMatchObject({ points: 0, coverage: 10, interval: { low: 0, high: 0 } });
  });

  it("pending and not applicable facts do not count", () => {
    const indicators = new Map([["dung-hen", { met: 20, missed: 0, pending: 500, notApplicable: 500 }]]);
    expect(scoreModel(sampleModel, indicators)).toMatchObject({ points: 40, n: 20 });
  });

  it("a model without a scorecard has no points to give", () => {
    expect(scoreModel({ rules: sampleModel.rules }, indicatorsOf({ "dung-hen": [1, 1] }))).toEqual({
      points: 0,
      total: 0,
      coverage: 0,
      interval: { low: 0, high: 0 },
      n: 0,
      lines: [],
    });
  });
});
