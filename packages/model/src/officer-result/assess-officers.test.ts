import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LevelCounts } from "../rules/facts";
import { countAll } from "../rules/level-counts";
import { assessOfficers, dissatisfiedShare } from "./assess-officers";
import { judgedQuestion, officerQuestions } from "./judged-question";

const rule = { levels: [1, 2], above: 0.25, minN: 10 };
const states = (all: [string, LevelCounts][], given: Parameters<typeof assessOfficers>[1] = rule) =>
  Object.fromEntries(
    assessOfficers(
      all.map(([officer, levels]) => ({ officer, levels })),
      given,
      5,
    ).map(({ officer, state }) => [officer, state]),
  );

describe("assessOfficers", () => {
  it("tells of more than a quarter, not of a quarter, and judges nobody by a few answers", () => {
    expect(
      states([
        ["quarter", [2, 3, 0, 10, 5]],
        ["more", [3, 3, 0, 9, 5]],
        ["few", [9, 0, 0, 0, 0]],
      ]),
    ).toEqual({ quarter: "calm", more: "told", few: "few" });
  });

  it("tells of nobody where no rule says when", () => {
    expect(states([["bad", [20, 0, 0, 0, 0]]], { ...rule, above: null })).toEqual({ bad: "calm" });
  });

  it("leaves out one more where those left out are too few together", () => {
    expect(
      states([
        ["big", [0, 0, 0, 30, 0]],
        ["small", [0, 0, 0, 12, 0]],
        ["few", [3, 0, 0, 0, 0]],
      ]),
    ).toEqual({ big: "calm", small: "few", few: "few" });
    // Nobody of these two can be told from the other.
    expect(
      states([
        ["big", [0, 0, 0, 30, 0]],
        ["one", [3, 0, 0, 0, 0]],
        ["two", [0, 0, 0, 4, 0]],
      ]),
    ).toEqual({ big: "calm", one: "few", two: "few" });
  });

  it("never lets the total less what is shown tell fewer answers than a cell", () => {
    const count = fc.nat({ max: 6 });
    const levels = fc.tuple(count, count, count, count, count);
    fc.assert(
      fc.property(fc.array(levels, { maxLength: 8 }), fc.integer({ min: 1, max: 15 }), (all, minN) => {
        const assessed = assessOfficers(
          all.map((each, i) => ({ officer: String(i), levels: each })),
          { ...rule, minN },
          5,
        );
        const shown = assessed.filter(({ state }) => state !== "few");
        const rest = assessed
          .filter(({ state }) => state === "few")
          .reduce((sum, one) => sum + countAll(one.levels), 0);
        for (const one of shown) expect(countAll(one.levels)).toBeGreaterThanOrEqual(Math.max(5, minN));
        if (shown.length > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(5);
      }),
    );
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
