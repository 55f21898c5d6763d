import fc from "fast-check";
import { expect, it } from "vitest";
import { BAD_TIME, isoOf, NO_TIME, readTime, timeOf } from "./read-time";

const two = (n: number) => String(n).padStart(2, "0");
const day = fc.record({
  day: fc.integer({ min: 0, max: 32 }),
  month: fc.integer({ min: 0, max: 13 }),
  year: fc.constantFrom(1989, 1990, 1999, 2000, 2024, 2025, 2026, 2100, 2101),
  mark: fc.constantFrom("/", "-", "."),
});
const time = fc.record({
  gap: fc.constantFrom(" ", "  ", ", ", "T"),
  hour: fc.integer({ min: 0, max: 25 }),
  minute: fc.integer({ min: 0, max: 61 }),
  seconds: fc.constantFrom("", ":00", ":59", ":5x"),
});
const written = fc.tuple(day, fc.option(time), fc.boolean()).map(([{ day, month, year, mark }, time, yearFirst]) => {
  const date = yearFirst ? [year, two(month), two(day)].join(mark) : [two(day), two(month), year].join(mark);
  return time ? `${date}${time.gap}${two(time.hour)}:${two(time.minute)}${time.seconds}` : date;
});
const almost = fc.stringMatching(/^[0-9:/ .TZ-]{10}(?:[0-9: TZ]{6}(?:[0-9:Z]{3})?)?$/);

it("is read the quick way as it is read the thorough way", () => {
  fc.assert(
    fc.property(fc.oneof(written, almost, fc.string()), fc.constantFrom("dmy", "mdy", "ymd"), (text, order) => {
      const read = readTime(text, order);
      const expected = read ? read.minute * 2 + Number(read.dayOnly) : read === null ? NO_TIME : BAD_TIME;
      expect(timeOf(text, order)).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

it("is written as toISOString writes it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000, max: 60_000_000 }), (minute) => {
      expect(isoOf(minute)).toBe(new Date((minute - 420) * 60_000).toISOString());
    }),
  );
});
