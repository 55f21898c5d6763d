import { expect, test } from "vitest";
import { CalendarError } from "./calendar-error";
import { formatTerm, parseTerm, type Term } from "./term";

test.each<[string, Term, string]>([
  ["3 working-days", { unit: "working-days", value: 3 }, "3 working-days"],
  ["0.5 working-days", { unit: "working-days", value: 0.5 }, "0.5 working-days"],
  [" 4  working-hours ", { unit: "working-hours", value: 4 }, "4 working-hours"],
  ["10 calendar-days", { unit: "calendar-days", value: 10 }, "10 calendar-days"],
  ["same-day", { unit: "same-day", cutoff: "15:00" }, "same-day"],
  ["same-day 15:00", { unit: "same-day", cutoff: "15:00" }, "same-day"],
  ["same-day 16:30", { unit: "same-day", cutoff: "16:30" }, "same-day 16:30"],
])("%j is read and written", (text, term, written) => {
  expect(parseTerm(text)).toEqual(term);
  expect(formatTerm(term)).toBe(written);
  expect(parseTerm(written)).toEqual(term);
});

test.each([
  "",
  "3",
  "3 days",
  "0 working-days",
  "-1 working-days",
  "2.3 working-days",
  "1.5 calendar-days",
  "same-day 3pm",
  "same-day 24:00",
  "same-day 15:00 sharp",
  "same-day15:00",
])("%j is refused with a remedy", (text) => {
  expect(() => parseTerm(text)).toThrow(CalendarError);
  expect(() => parseTerm(text)).toThrow(/Write "4 working-hours"/);
});
