import { expect, it } from "vitest";
import { monthsUpTo, periodKind, quarterOf, shiftDay, usualPeriod, yearPeriod } from "./period";

it("finds quarters, also across a year", () => {
  expect(quarterOf("2026-11-22")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(quarterOf("2026-02-28", -1)).toEqual({ from: "2025-10-01", to: "2025-12-31" });
  expect(quarterOf("2024-12-31", 1)).toEqual({ from: "2025-01-01", to: "2025-03-31" });
});

it("names whole periods and leaves others as a range", () => {
  expect(periodKind({ from: "2025-04-01", to: "2025-06-30" })).toEqual({ kind: "quarter", quarter: 2, year: 2025 });
  expect(periodKind(yearPeriod("2024-05-05"))).toEqual({ kind: "year", year: 2024 });
  expect(periodKind({ from: "2024-02-01", to: "2024-02-29" })).toEqual({ kind: "month", month: "2024-02-01" });
  expect(periodKind({ from: "2024-02-01", to: "2024-02-28" })).toEqual({ kind: "range" });
});

it("opens an ended unit at the quarter of its last day", () => {
  expect(usualPeriod("2026-11-22", null)).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(usualPeriod("2026-11-22", "2025-07-01")).toEqual({ from: "2025-04-01", to: "2025-06-30" });
  expect(usualPeriod("2025-06-30", "2025-07-01")).toEqual({ from: "2025-04-01", to: "2025-06-30" });
});

it("lists months and shifts days over the end of a year", () => {
  expect(monthsUpTo("2026-02-14", 3)).toEqual(["2025-12-01", "2026-01-01", "2026-02-01"]);
  expect(shiftDay("2025-12-31", 1)).toBe("2026-01-01");
});
