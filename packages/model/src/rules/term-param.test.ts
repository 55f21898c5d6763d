import { compileCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { describe, expect, it } from "vitest";
import { at, caseEnv } from "./rule-cases";
import { TermClock, termParam, termWords } from "./term-param";

/** Closed from noon on 22/2/2024, before any cutoff. */
const calendar = compileCalendar(
  [
    vietNamCalendar,
    {
      name: "unit",
      usual: {},
      entries: [
        { date: "2024-02-22", kind: "local-half-day", off: "afternoon", name: "Nghỉ", source: "test", confirmed: true },
      ],
    },
  ],
  { from: "2024-01-01", to: "2024-12-31" },
);
const good = [
  "3 working-days",
  "0.5 working-days",
  "4 working-hours",
  "10 calendar-days",
  "same-day",
  "same-day 16:30",
];
const bad = [
  "",
  "3",
  "3 days",
  "0 working-days",
  "0.0 working-hours",
  "1.25 working-days",
  "1.5 calendar-days",
  "same-day 25:00",
  "-1 working-days",
];

describe("termParam", () => {
  it.each(good)("%s is a term, here and for the calendar", (text) => {
    expect(termParam.safeParse(text).success).toBe(true);
    expect(() => parseTerm(text)).not.toThrow();
  });

  it.each(bad)("%j is none, here and for the calendar", (text) => {
    expect(termParam.safeParse(text).success).toBe(false);
    expect(() => parseTerm(text)).toThrow();
  });

  it("is read out in both languages", () => {
    expect(termWords("0.5 working-days", "vi")).toBe("trong 0,5 ngày làm việc");
    expect(termWords("1 working-days", "en")).toBe("within 1 working day");
    expect(termWords("same-day", "vi")).toBe("trong ngày (sau 15:00 thì trong ngày làm việc tiếp theo)");
  });
});

describe("TermClock", () => {
  it.each(good)("%s ends when the calendar says, in whatever order it is asked", (text) => {
    const term = parseTerm(text);
    const backward = new TermClock(text, calendar);
    const forward = new TermClock(text, calendar);
    // Tết 2024 lies between.
    for (let start = at("2024-03-04 00:00"); start > at("2024-01-29 00:00"); start -= 97) {
      expect(backward.dueAt(start)).toBe(calendar.dueAt(start, term));
    }
    for (let start = at("2024-01-29 00:00"); start < at("2024-03-04 00:00"); start += 89) {
      expect(forward.dueAt(start)).toBe(calendar.dueAt(start, term));
    }
  });

  it("says so when the calendar does not reach", () => {
    const clock = new TermClock("same-day", caseEnv.calendar);
    expect(() => clock.dueAt(at("2022-12-30 08:00"))).toThrow(/calendar/);
    expect(() => clock.dueAt(at("2027-01-04 08:00"))).toThrow(/calendar/);
  });
});
