import { describe, expect, it } from "vitest";
import type { LevelCounts } from "../rules/facts";
import { assessOfficer, dissatisfiedShare } from "./assess-officers";
import { judgedQuestion, officerQuestions } from "./judged-question";

const rule = { levels: [1, 2], above: 0.25, minN: 10 };
describe("assessOfficer", () => {
  it.each<[string, LevelCounts | null, string]>([
    ["a quarter is not above", [2, 3, 0, 10, 5], "calm"],
    ["more is", [3, 3, 0, 9, 5], "told"],
    ["a few answers judge nobody", [9, 0, 0, 0, 0], "few"],
    ["what nobody is shown judges nobody", null, "few"],
  ])("%s", (_, levels, state) => {
    expect(assessOfficer({ officer: "a", levels }, rule)).toBe(state);
  });

  it("tells of nobody where no rule says when", () => {
    expect(assessOfficer({ officer: "a", levels: [20, 0, 0, 0, 0] }, { ...rule, above: null })).toBe("calm");
  });
});

describe("dissatisfiedShare", () => {
  it("has the bounds of chance beside it", () => {
    const { share, lines } = dissatisfiedShare([3, 3, 0, 9, 5], rule, 5)!;
    expect(share).toMatchObject({ n: 20, told: { low: 6, high: 6 }, above: true, sure: false });
    expect(share.told!.interval.low).toBeCloseTo(0.1455, 3);
    expect(share.told!.interval.high).toBeCloseTo(0.519, 3);
    expect(lines).toEqual([
      { options: [0, 1], low: 6, high: 6 },
      { options: [2], low: 0, high: 0 },
      { options: [3], low: 9, high: 9 },
      { options: [4], low: 5, high: 5 },
    ]);
    expect(dissatisfiedShare([12, 3, 0, 4, 1], rule, 5)!.share).toMatchObject({ sure: true });
    expect(dissatisfiedShare([0, 0, 0, 0, 0], rule, 5)).toBeNull();
  });

  it("says of a few only on which side of the rule they are", () => {
    const calm = dissatisfiedShare([2, 1, 0, 20, 17], rule, 5)!;
    expect(calm.share).toMatchObject({ told: { low: 0, high: 4, n: 40 }, above: false });
    expect(dissatisfiedShare([2, 0, 0, 6, 7], rule, 5)!.share.told).toMatchObject({ low: 0, high: 3, n: 15 });
    // More than a quarter of thirteen and fewer than five could only be four.
    const told = dissatisfiedShare([2, 2, 0, 5, 4], rule, 5)!;
    expect(told.share).toEqual({ n: 13, told: null, above: true, sure: false });
    expect(told.lines).toEqual([{ options: [0, 1, 2, 3, 4], low: 13, high: 13 }]);
  });
});

describe("the question that officers are judged by", () => {
  const level = (id: string, subject?: string) => ({ id, kind: "level5" as const, text: id, subject });
  it("is the general one, else the nearest about the officer, and one alone", () => {
    const all = [level("d", "guidance"), level("b", "attitude"), level("a", "general"), level("x", "access")];
    expect(judgedQuestion({ questions: all })?.id).toBe("a");
    expect(judgedQuestion({ questions: all.slice(0, 2) })?.id).toBe("b");
    expect(
      judgedQuestion({ questions: [level("x", "access"), { ...level("y", "general"), kind: "choice" }] }),
    ).toBeNull();
    expect(officerQuestions({ questions: all }).map(({ id }) => id)).toEqual(["d", "b"]);
  });
});
