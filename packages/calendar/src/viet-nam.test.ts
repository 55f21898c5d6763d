import { expect, test } from "vitest";
import { dateOfDay, dayNumberOf, isoWeekday } from "./local-time";
import { compileCalendar } from "./office-calendar";
import { vietNamCalendar } from "./viet-nam";

const calendar = compileCalendar([vietNamCalendar], { from: "2023-01-01", to: "2026-12-31" });

/** The rest periods as announced, written out again: first and last day, both included. */
const restPeriods = [
  ["2023-01-01", "2023-01-02"],
  ["2023-01-20", "2023-01-26"],
  ["2023-04-29", "2023-05-03"],
  ["2023-09-01", "2023-09-04"],
  ["2024-01-01", "2024-01-01"],
  ["2024-02-08", "2024-02-14"],
  ["2024-04-18", "2024-04-18"],
  ["2024-04-27", "2024-05-01"],
  ["2024-08-31", "2024-09-03"],
  ["2025-01-01", "2025-01-01"],
  ["2025-01-25", "2025-02-02"],
  ["2025-04-07", "2025-04-07"],
  ["2025-04-30", "2025-05-04"],
  ["2025-08-30", "2025-09-02"],
  ["2026-01-01", "2026-01-04"],
  ["2026-02-14", "2026-02-22"],
  ["2026-04-26", "2026-04-27"],
  ["2026-04-30", "2026-05-01"],
  ["2026-08-29", "2026-09-02"],
  ["2026-11-24", "2026-11-24"],
] as const;
const workingSaturdays = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"];

test("exactly the announced days rest and exactly the swapped Saturdays work, 2023-2026", () => {
  const rest = new Set<string>();
  for (const [from, to] of restPeriods)
    for (let day = dayNumberOf(from); day <= dayNumberOf(to); day++) rest.add(dateOfDay(day));
  const listed = vietNamCalendar.entries.filter((e) => e.date < "2027" && e.kind !== "swapped-working");
  expect(listed.map((e) => e.date).sort()).toEqual([...rest].sort());
  for (let day = dayNumberOf("2023-01-01"); day <= dayNumberOf("2026-12-31"); day++) {
    const date = dateOfDay(day);
    const works = workingSaturdays.includes(date) || (isoWeekday(day) <= 5 && !rest.has(date));
    expect([date, calendar.isWorkingDay(day)]).toEqual([date, works]);
  }
});

test("each swap gives a weekday off for a Saturday at work", () => {
  const swaps = vietNamCalendar.entries.filter((e) => e.kind === "swapped-working");
  expect(swaps.map((e) => e.date)).toEqual(workingSaturdays);
  for (const swap of swaps) {
    const off = vietNamCalendar.entries.find((e) => e.date === swap.insteadOf);
    expect(off?.kind).toBe("swapped-off");
    expect(isoWeekday(dayNumberOf(swap.date))).toBe(6);
    expect(isoWeekday(dayNumberOf(swap.insteadOf))).toBeLessThan(6);
  }
});

test("each entry names its source; what is only quoted is not confirmed", () => {
  for (const entry of vietNamCalendar.entries) {
    expect(entry.name, entry.date).not.toBe("");
    expect(entry.source, entry.date).toMatch(/Bộ luật Lao động|Thông báo|Nghị quyết/);
    expect(entry.confirmed, entry.date).toBe(!entry.source.includes("chưa đối chiếu"));
  }
});

test("each compensation makes up for a holiday on a weekly rest day", () => {
  const of = (year: string) => {
    const entries = vietNamCalendar.entries.filter((e) => e.date.startsWith(year));
    const compensations = entries.filter((e) => e.kind === "compensation").length;
    const paid = entries.filter((e) => e.kind === "holiday" && !e.name.startsWith("Nghỉ hằng tuần"));
    return [paid.length, compensations, paid.filter((e) => isoWeekday(dayNumberOf(e.date)) > 5).length];
  };
  expect(of("2023")).toEqual([11, 6, 6]);
  expect(of("2024")).toEqual([11, 2, 2]);
  expect(of("2025")).toEqual([11, 0, 0]);
  expect(of("2026")).toEqual([12, 1, 1]);
});
