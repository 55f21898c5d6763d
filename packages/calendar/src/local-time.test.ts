import { expect, test } from "vitest";
import { CalendarError } from "./calendar-error";
import {
  dateOfDay,
  dayNumberOf,
  isoWeekday,
  localDateOf,
  minuteOfDate,
  minuteOfDay,
  toInstant,
  toLocalMinute,
} from "./local-time";

test.each([
  ["2026-11-12T01:20:00Z", "2026-11-12", "08:20"],
  ["2026-11-12T01:20:59.999Z", "2026-11-12", "08:20"],
  ["2026-11-11T17:00:00Z", "2026-11-12", "00:00"],
  ["2026-11-11T16:59:00Z", "2026-11-11", "23:59"],
  ["2023-12-31T17:30:00Z", "2024-01-01", "00:30"],
  ["1969-12-31T10:00:00Z", "1969-12-31", "17:00"],
])("the instant %s is %s %s on the wall", (instant, date, time) => {
  const minute = toLocalMinute(new Date(instant));
  expect(minute).toBe(minuteOfDate(date, time));
  expect(toLocalMinute(Date.parse(instant))).toBe(minute);
  expect(localDateOf(minute)).toBe(date);
  expect(toInstant(minute).toISOString()).toBe(`${instant.slice(0, 16)}:00.000Z`);
});

test("day numbers, dates and weekdays agree over leap days and centuries", () => {
  expect(dayNumberOf("1970-01-01")).toBe(0);
  expect(dayNumberOf("2024-03-01") - dayNumberOf("2024-02-28")).toBe(2);
  for (const date of ["1969-07-20", "2000-02-29", "2026-11-22", "2100-03-01"])
    expect(dateOfDay(dayNumberOf(date))).toBe(date);
  expect(["2026-11-16", "2026-11-22", "1969-12-31", "1970-01-01"].map((d) => isoWeekday(dayNumberOf(d)))).toEqual([
    1, 7, 3, 4,
  ]);
});

test.each(["2025-02-29", "2026-13-01", "26-1-1", "2026-11-22T00:00", ""])("%j is not a date", (date) => {
  expect(() => dayNumberOf(date)).toThrow(CalendarError);
});

test.each(["24:01", "7h30", "12:60", ""])("%j is not a time of day", (time) => {
  expect(() => minuteOfDay(time)).toThrow(CalendarError);
});

test("an invalid instant is refused", () => {
  expect(() => toLocalMinute(new Date("hôm qua"))).toThrow(/Give a valid Date/);
});
