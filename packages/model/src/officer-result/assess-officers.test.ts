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
    const share = dissatisfiedShare([3, 3, 0, 9, 5], rule)!;
    expect(share).toMatchObject({ n: 20, dissatisfied: 6, share: 0.3, sure: false });
    expect(share.interval.low).toBeCloseTo(0.1455, 3);
    expect(share.interval.high).toBeCloseTo(0.519, 3);
    expect(dissatisfiedShare([12, 3, 0, 4, 1], rule)).toMatchObject({ sure: true });
    expect(dissatisfiedShare([0, 0, 0, 0, 0], rule)).toBeNull();
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
