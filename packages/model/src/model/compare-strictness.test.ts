import { describe, expect, it } from "vitest";
import type { Stricter } from "../rules/define-rule-kind";
import { looserThan } from "./compare-strictness";

describe("looserThan", () => {
  it.each([
    ["higher", 0.9, 0.9, false],
    ["higher", 0.9, 0.95, false],
    ["higher", 0.9, 0.89, true],
    ["higher", undefined, 5, false],
    ["higher", 5, undefined, true],
    ["higher", 1, "2", true],
    ["lower", 1, 0, false],
    ["lower", 1, 2, true],
    ["lower", "2023-12-31", "2023-06-30", false],
    ["lower", "2023-12-31", "2024-01-01", true],
    ["superset", ["cause"], ["remedy", "cause"], false],
    ["superset", ["cause", "remedy"], ["remedy", "cause"], false],
    ["superset", ["cause", "remedy"], ["cause"], true],
    ["superset", ["cause"], "cause", true],
    ["subset", ["chairman", "officer"], ["chairman"], false],
    ["subset", ["chairman"], ["chairman", "officer"], true],
    ["fixed", { a: 1, b: [2, 1] }, { b: [1, 2], a: 1 }, false],
    ["fixed", "due", "end-of-due-day", true],
    ["fixed", undefined, { groups: ["birth"] }, true],
    ["fixed", { groups: ["birth"] }, undefined, true],
  ] satisfies [Stricter, unknown, unknown, boolean][])(
    "%s: %j → %j is looser: %s",
    (direction, before, after, looser) => {
      expect(looserThan(direction, before, after)).toBe(looser);
    },
  );

  it.each([
    ["3 working-days", "3 working-days", false],
    ["3 working-days", "2 working-days", false],
    ["3 working-days", "4 working-days", true],
    ["3 working-days", "24 working-hours", false],
    ["3 working-days", "25 working-hours", true],
    ["4 working-hours", "0.5 working-days", false],
    ["10 calendar-days", "9 calendar-days", false],
    ["10 calendar-days", "11 calendar-days", true],
    // Weekends and Tết may stretch working days beyond any number of calendar days.
    ["30 calendar-days", "1 working-days", true],
    ["3 working-days", "2 calendar-days", false],
    ["3 working-days", "3 calendar-days", true],
    ["same-day", "same-day 16:00", false],
    ["same-day", "same-day 11:30", true],
    // Accepted late in the day, four hours run into the next day.
    ["same-day", "4 working-hours", true],
    ["2 working-days", "same-day", false],
    ["1 working-days", "same-day", true],
    ["1 calendar-days", "same-day", false],
  ])("shorter: %s → %s is looser: %s", (before, after, looser) => {
    expect(looserThan("shorter", before, after)).toBe(looser);
  });
});
