import { describe, expect, test } from "vitest";
import type { CalendarEntry, CalendarSource } from "./calendar-source";
import { dayNumberOf, localDateOf, minuteOfDate } from "./local-time";
import { compileCalendar } from "./office-calendar";
import { shiftDue } from "./shift-due";
import { parseTerm } from "./term";
import { vietNamCalendar } from "./viet-nam";

const range = { from: "2023-01-01", to: "2027-12-31" };
const calendar = compileCalendar([vietNamCalendar], range);

const at = (text: string) => {
  const [date = "", time] = text.split(" ");
  return minuteOfDate(date, time);
};
const written = (minute: number) => {
  const ofDay = minute - minuteOfDate(localDateOf(minute));
  const two = (n: number) => String(n).padStart(2, "0");
  return `${localDateOf(minute)} ${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
};
const layer = (entries: Partial<CalendarEntry>[], usual: CalendarSource["usual"] = {}): CalendarSource => ({
  name: "Đơn vị",
  usual,
  entries: entries.map((entry) => ({ name: "", source: "", confirmed: true, ...entry }) as CalendarEntry),
});

describe("dueAt", () => {
  test.each([
    ["three working days over a weekend", "2026-11-12 08:20", "3 working-days", "2026-11-17 08:20"],
    [
      "the start of a span moves back to the end of the span before",
      "2026-11-12 07:00",
      "1 working-days",
      "2026-11-12 17:00",
    ],
    [
      "the start of the afternoon moves back to the morning's end",
      "2026-11-12 07:00",
      "4.5 working-hours",
      "2026-11-12 11:30",
    ],
    ["hours run over the noon break", "2026-11-12 10:00", "4 working-hours", "2026-11-12 16:00"],
    ["hours carry over the night", "2026-11-12 16:00", "2 working-hours", "2026-11-13 08:00"],
    ["Friday afternoon carries over to Monday", "2026-11-13 16:00", "4 working-hours", "2026-11-16 10:00"],
    ["Friday's last minute", "2026-11-13 16:59", "1 working-hours", "2026-11-16 07:59"],
    ["paper of the noon break starts after it", "2026-11-12 12:10", "1 working-hours", "2026-11-12 14:30"],
    ["paper of the evening starts in the morning", "2026-11-12 20:00", "1 working-days", "2026-11-13 17:00"],
    ["paper of the Saturday reception starts on Monday", "2026-11-14 08:00", "1 working-days", "2026-11-16 17:00"],
    ["half a working day", "2026-11-12 07:30", "0.5 working-days", "2026-11-12 11:30"],
    ["Tết 2026 swallows a week", "2026-02-13 15:00", "1 working-days", "2026-02-23 15:00"],
    ["paper received within Tết starts after it", "2026-02-18 09:00", "1 working-hours", "2026-02-23 08:00"],
    ["Tết 2023 ends with two compensation days", "2023-01-19 16:00", "2 working-hours", "2023-01-27 08:00"],
    ["Tết 2024", "2024-02-07 16:00", "2 working-hours", "2024-02-15 08:00"],
    ["Tết 2025", "2025-01-24 16:00", "2 working-hours", "2025-02-03 08:00"],
    ["the working Saturday of a swap counts, 2024", "2024-05-03 09:00", "1 working-days", "2024-05-04 09:00"],
    ["the day off of a swap rests, 2024", "2024-04-26 09:00", "1 working-days", "2024-05-02 09:00"],
    ["the working Saturday of a swap counts, 2025", "2025-04-25 09:00", "1 working-days", "2025-04-26 09:00"],
    ["the working Saturday of a swap counts, 2026", "2026-01-09 09:00", "1 working-days", "2026-01-10 09:00"],
    ["a swap around Quốc khánh 2026", "2026-08-28 09:00", "1 working-days", "2026-09-03 09:00"],
    ["24/11 is a holiday from 2026 on", "2026-11-23 09:00", "1 working-days", "2026-11-25 09:00"],
    ["24/11 was an ordinary day in 2025", "2025-11-21 09:00", "2 working-days", "2025-11-25 09:00"],
    ["Giỗ Tổ on a Sunday is compensated on Monday", "2026-04-24 09:00", "1 working-days", "2026-04-28 09:00"],
    ["New Year's Day 2027 rests", "2026-12-31 09:00", "1 working-days", "2027-01-04 09:00"],
    ["same day in the morning", "2026-11-12 08:20", "same-day", "2026-11-12 17:00"],
    ["same day before work", "2026-11-12 06:00", "same-day", "2026-11-12 17:00"],
    ["same day at 14:59", "2026-11-12 14:59", "same-day", "2026-11-12 17:00"],
    ["same day at 15:00 goes to the next day", "2026-11-12 15:00", "same-day", "2026-11-13 17:00"],
    ["same day on Friday after 15:00 goes to Monday", "2026-11-13 15:01", "same-day 15:00", "2026-11-16 17:00"],
    ["same day on Monday 23/11 after 15:00 skips the holiday", "2026-11-23 15:30", "same-day", "2026-11-25 17:00"],
    ["same day with a later cutoff", "2026-11-13 15:01", "same-day 16:00", "2026-11-13 17:00"],
    ["same day on a Saturday goes to Monday", "2026-11-14 08:00", "same-day", "2026-11-16 17:00"],
    ["same day on a working Saturday", "2026-08-22 08:00", "same-day", "2026-08-22 17:00"],
    ["calendar days ending on a working day", "2026-11-12 08:20", "5 calendar-days", "2026-11-17 17:00"],
    ["calendar days ending on a Saturday move to Monday", "2026-11-11 08:20", "3 calendar-days", "2026-11-16 17:00"],
    ["calendar days ending on a holiday move on", "2026-11-14 08:20", "10 calendar-days", "2026-11-25 17:00"],
    ["calendar days ending in Tết move behind it", "2026-02-10 08:20", "5 calendar-days", "2026-02-23 17:00"],
  ])("%s", (_, accepted, term, due) => {
    expect(written(calendar.dueAt(at(accepted), parseTerm(term)))).toBe(due);
  });
});

describe("shiftDue", () => {
  test.each([
    [
      "the pause of the timeline, 15 h 15 min",
      "2026-11-17 08:20",
      "2026-11-13 10:00",
      "2026-11-17 09:15",
      "2026-11-19 07:35",
    ],
    [
      "a pause over a weekend moves by its working hours",
      "2026-11-17 09:00",
      "2026-11-13 16:00",
      "2026-11-16 08:00",
      "2026-11-17 11:00",
    ],
    [
      "a pause within a weekend moves nothing",
      "2026-11-17 09:00",
      "2026-11-14 08:00",
      "2026-11-15 20:00",
      "2026-11-17 09:00",
    ],
    [
      "a pause over a holiday moves by two half days, one whole",
      "2026-11-26 08:00",
      "2026-11-23 13:30",
      "2026-11-25 11:30",
      "2026-11-27 08:00",
    ],
    [
      "a deadline at the end of work goes on next morning",
      "2026-11-12 17:00",
      "2026-11-12 07:00",
      "2026-11-12 08:00",
      "2026-11-13 08:00",
    ],
    [
      "a pause after the deadline moves nothing",
      "2026-11-17 08:20",
      "2026-11-17 08:20",
      "2026-11-18 08:20",
      "2026-11-17 08:20",
    ],
    [
      "a pause that ends before it begins moves nothing",
      "2026-11-17 08:20",
      "2026-11-16 09:00",
      "2026-11-13 09:00",
      "2026-11-17 08:20",
    ],
  ])("%s", (_, due, from, to, moved) => {
    expect(written(shiftDue(calendar, at(due), at(from), at(to)))).toBe(moved);
  });
});

describe("workingMinutesBetween", () => {
  test.each([
    ["2026-11-13 10:00", "2026-11-17 09:15", 915],
    ["2026-11-17 09:15", "2026-11-13 10:00", -915],
    ["2026-11-12 11:30", "2026-11-12 13:30", 0],
    ["2026-11-14 00:00", "2026-11-16 07:00", 0],
    ["2026-02-14 00:00", "2026-02-23 00:00", 0],
    ["2026-11-23 00:00", "2026-11-28 00:00", 4 * 480],
  ])("from %s to %s: %i", (from, to, minutes) => {
    expect(calendar.workingMinutesBetween(at(from), at(to))).toBe(minutes);
  });
});

describe("days", () => {
  test("next working day, start and end of work", () => {
    const monday = dayNumberOf("2026-11-23");
    expect(calendar.nextWorkingDay(monday)).toBe(monday + 2);
    expect(calendar.nextWorkingDay(monday - 2)).toBe(monday);
    expect(calendar.isWorkingDay(monday)).toBe(true);
    expect(calendar.isWorkingDay(monday + 1)).toBe(false);
    expect(written(calendar.startOfWork(monday))).toBe("2026-11-23 07:00");
    expect(written(calendar.endOfWork(monday))).toBe("2026-11-23 17:00");
    expect(written(calendar.startOfWork(monday + 1))).toBe("2026-11-25 07:00");
    expect(written(calendar.endOfWork(monday - 2))).toBe("2026-11-23 17:00");
    expect(calendar.minutesPerDay).toBe(480);
  });

  test("Saturday morning receives but does not count", () => {
    expect(calendar.isWorkingDay(dayNumberOf("2026-11-14"))).toBe(false);
    expect(calendar.receivesAt(at("2026-11-14 08:00"))).toBe(true);
    expect(calendar.receivesAt(at("2026-11-14 11:30"))).toBe(false);
    expect(calendar.receivesAt(at("2026-02-14 08:00"))).toBe(false);
    expect(calendar.receivesAt(at("2026-11-12 12:00"))).toBe(false);
    expect(calendar.receivesAt(at("2026-11-12 13:30"))).toBe(true);
  });

  test("a question beyond the range is refused with a remedy", () => {
    const short = compileCalendar([vietNamCalendar], { from: "2026-11-02", to: "2026-11-08" });
    const wider = /2026-11-02 to 2026-11-08.*Compile it for a wider range/;
    expect(() => short.workingMinutesBetween(at("2026-11-01 23:59"), at("2026-11-03"))).toThrow(wider);
    expect(() => short.workingMinutesBetween(at("2026-11-03"), at("2026-11-09"))).toThrow(wider);
    expect(() => short.addWorkingMinutes(at("2026-11-06 16:00"), 61)).toThrow(wider);
    expect(written(short.addWorkingMinutes(at("2026-11-06 16:00"), 60))).toBe("2026-11-06 17:00");
    expect(() => short.addWorkingMinutes(at("2026-11-06 16:00"), -1)).toThrow(wider);
    expect(() => short.nextWorkingDay(dayNumberOf("2026-11-06"))).toThrow(wider);
    expect(() => short.workingMinutesBetween(Number.NaN, at("2026-11-03"))).toThrow(wider);
  });
});

describe("layers", () => {
  const compile = (...layers: CalendarSource[]) => compileCalendar([vietNamCalendar, ...layers], range);
  const day = (calendarOf: ReturnType<typeof compile>, date: string) =>
    calendarOf.workingMinutesBetween(at(date), at(date) + 1439);

  test("the unit's entry wins over the province's and the nation's", () => {
    const province = layer([{ kind: "holiday", date: "2026-11-12" }]);
    const unit = layer([
      { kind: "swapped-working", date: "2026-11-12", insteadOf: "2026-11-12" },
      { kind: "swapped-off", date: "2026-01-10" },
      { kind: "swapped-working", date: "2026-01-02", insteadOf: "2026-01-02" },
    ]);
    expect(day(compile(province), "2026-11-12")).toBe(0);
    expect(day(compile(province, unit), "2026-11-12")).toBe(480);
    expect(day(compile(unit), "2026-01-10")).toBe(0);
    expect(day(compile(unit), "2026-01-02")).toBe(480);
    expect(
      compile(province, unit)
        .entriesOf(dayNumberOf("2026-11-12"))
        .map((entry) => entry.kind),
    ).toEqual(["holiday", "swapped-working"]);
  });

  test("a half day takes away from what lies beneath", () => {
    const unit = layer([
      { kind: "local-half-day", date: "2026-11-12", off: "afternoon" },
      { kind: "local-half-day", date: "2026-11-13", off: "morning" },
      { kind: "local-half-day", date: "2026-08-22", off: "afternoon" },
      { kind: "local-half-day", date: "2026-11-24", off: "morning" },
    ]);
    const half = compile(unit);
    expect(["2026-11-12", "2026-11-13", "2026-08-22", "2026-11-24"].map((date) => day(half, date))).toEqual([
      270, 210, 270, 0,
    ]);
    expect(written(half.dueAt(at("2026-11-12 10:00"), parseTerm("same-day")))).toBe("2026-11-12 11:30");
    expect(written(half.dueAt(at("2026-11-12 14:00"), parseTerm("same-day")))).toBe("2026-11-13 17:00");
    expect(written(half.dueAt(at("2026-11-12 10:00"), parseTerm("1 working-days")))).toBe("2026-11-16 10:00");
  });

  test("own usual hours change the length of a working day", () => {
    const span = (from: string, to: string) => ({ from, to, receives: true, counts: true });
    const hours = [span("07:30", "11:30"), span("13:30", "17:00")];
    const own = compile(layer([], { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [] }));
    expect(own.minutesPerDay).toBe(450);
    expect(written(own.dueAt(at("2026-11-13 08:20"), parseTerm("1 working-days")))).toBe("2026-11-16 08:20");
    expect(own.receivesAt(at("2026-11-14 08:00"))).toBe(false);
    const saturday = compile(layer([], { 6: [span("07:00", "11:30")] }));
    expect(written(saturday.dueAt(at("2026-11-13 16:00"), parseTerm("2 working-hours")))).toBe("2026-11-14 08:00");
  });

  test("a source that contradicts itself is refused", () => {
    const span = (from: string, to: string) => ({ from, to, receives: true, counts: true });
    expect(() =>
      compile(
        layer([
          { kind: "holiday", date: "2026-11-12" },
          { kind: "holiday", date: "2026-11-12" },
        ]),
      ),
    ).toThrow(/two entries for 2026-11-12/);
    expect(() => compile(layer([], { 1: [span("07:00", "12:00"), span("11:00", "17:00")] }))).toThrow(/overlap/);
    expect(() => compile(layer([], { 1: [span("12:00", "07:00")] }))).toThrow(/overlap/);
    expect(() => compile(layer([{ kind: "holiday", date: "2026-02-30" }]))).toThrow(/2026-02-30/);
    expect(() => compileCalendar([], range)).toThrow(/no working time/);
    expect(() => compileCalendar([vietNamCalendar], { from: "2026-02-01", to: "2026-01-31" })).toThrow(
      /no working time/,
    );
  });
});
