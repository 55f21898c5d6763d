import { describe, expect, it } from "vitest";
import { answeredOf } from "./answered";
import { addAnswers, scaleOf, tellApart } from "./shown-answers";

const LEVELS = { kind: "level5" };
const parts = (...all: number[][]) =>
  addAnswers(
    all.map((counts) =>
      tellApart(
        counts,
        counts.reduce((sum, n) => sum + n),
        scaleOf(LEVELS),
        5,
      ),
    ),
  );

describe("what a page shows of answers", () => {
  it("is a line for each answer that is told, and one for those told together", () => {
    const { n, lines, satisfied } = answeredOf(LEVELS, parts([0, 2, 5, 20, 30], [6, 7, 8, 9, 10]));
    expect(n).toBe(97);
    expect(lines).toEqual([
      { options: [0, 1, 2], low: 28, high: 28 },
      { options: [3], low: 29, high: 29 },
      { options: [4], low: 40, high: 40 },
    ]);
    expect(satisfied).toMatchObject({ low: 69, high: 69, n: 97 });
  });

  it("has a share between two ends where few are on one side, and none where nothing is told", () => {
    const { lines, satisfied } = answeredOf(LEVELS, parts([0, 1, 1, 20, 30]));
    expect(lines).toEqual([
      { options: [0, 1, 2], low: 0, high: 4 },
      { options: [3, 4], low: 48, high: 52 },
    ]);
    // Levels that are told here and there only with those of the other side.
    expect(answeredOf(LEVELS, parts([0, 1, 1, 20, 30], [2, 4, 0, 20, 30])).lines).toEqual([
      { options: [0, 1, 2], low: 6, high: 10 },
      { options: [3, 4], low: 98, high: 102 },
    ]);
    expect(answeredOf(LEVELS, parts([0, 0, 1, 0, 9])).lines).toEqual([{ options: [0, 1, 2, 3, 4], low: 10, high: 10 }]);
    expect(satisfied).toMatchObject({ low: 48, high: 52, n: 52 });
    expect(satisfied!.interval.low).toBeCloseTo(0.8182, 3);
    expect(satisfied!.interval.high).toBe(1);
    expect(answeredOf(LEVELS, parts([0, 0, 1, 0, 9])).satisfied).toBeNull();
    expect(answeredOf(LEVELS, parts([0, 0, 1, 0, 9], [0, 0, 0, 0, 20])).satisfied).toMatchObject({ low: 20, n: 20 });
  });

  it("tells of choices of several how many there may be", () => {
    const question = { kind: "several", options: ["a", "b"] };
    const { lines } = answeredOf(question, tellApart([2, 15], 30, scaleOf(question), 5));
    expect(lines).toEqual([
      { options: [0], low: 0, high: 4 },
      { options: [1], low: 15, high: 15 },
    ]);
  });
});
