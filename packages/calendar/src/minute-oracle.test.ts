import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { CalendarEntry, CalendarSource, OfficeSpan } from "./calendar-source";
import type { IsoWeekday } from "./local-time";
import { compileCalendar } from "./office-calendar";
import { shiftDue } from "./shift-due";

vi.setConfig({ testTimeout: 60_000 });

/** Wednesday 2026-04-15 and the eight weeks after it. */
const FIRST_DAY = 20_558;
const DAYS = 56;
const ORIGIN = FIRST_DAY * 1440;
const dateOf = (i: number) => new Date(Date.UTC(2026, 3, 15 + i)).toISOString().slice(0, 10);
const range = { from: dateOf(0), to: dateOf(DAYS - 1) };

const times = Array.from({ length: 1440 }, (_, m) => new Date(m * 60_000).toISOString().slice(11, 16));

/** One byte a minute, asked of the layers from the top down; shares nothing with the compiled tables. */
function countingMinutes(layers: CalendarSource[]): Uint8Array {
  const top = [...layers].reverse();
  const usual = (date: string): readonly OfficeSpan[] => {
    const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() || 7) as IsoWeekday;
    return top.find((layer) => layer.usual[weekday])?.usual[weekday] ?? [];
  };
  const within = (spans: readonly OfficeSpan[], time: string) =>
    spans.some((span) => span.counts && span.from <= time && time < span.to);
  const minutes = new Uint8Array(DAYS * 1440);
  for (let i = 0; i < DAYS; i++) {
    const date = dateOf(i);
    const entries = top.flatMap((layer) => layer.entries.filter((entry) => entry.date === date));
    const counts = (time: string): boolean => {
      for (const entry of entries) {
        if (entry.kind === "swapped-working") return within(usual(entry.insteadOf), time);
        if (entry.kind !== "local-half-day") return false;
        if (entry.off === "morning" ? time < "12:00" : time >= "12:00") return false;
      }
      return within(usual(date), time);
    };
    times.forEach((time, m) => {
      minutes[i * 1440 + m] = counts(time) ? 1 : 0;
    });
  }
  return minutes;
}

const clock = (quarter: number) => times[quarter * 15]!;
const spans = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 20, max: 80 }), { minLength: 2, maxLength: 7 }), fc.boolean(), fc.boolean())
  .map(([edges, firstCounts, othersCount]) => {
    const sorted = [...edges].sort((a, b) => a - b);
    const made: OfficeSpan[] = [];
    for (let i = 0; i + 1 < sorted.length; i += i % 3 === 0 ? 1 : 2)
      made.push({
        from: clock(sorted[i]!),
        to: clock(sorted[i + 1]!),
        receives: true,
        counts: i ? othersCount : firstCounts,
      });
    return made;
  });
const usualHours: OfficeSpan[] = [
  { from: "07:00", to: "11:30", receives: true, counts: true },
  { from: "13:30", to: "17:00", receives: true, counts: true },
];
const national: CalendarSource = {
  name: "national",
  usual: { 1: usualHours, 2: usualHours, 3: usualHours, 4: usualHours, 5: usualHours },
  entries: [],
};

const day = fc.integer({ min: 0, max: DAYS - 1 });
const entry: fc.Arbitrary<CalendarEntry> = fc
  .record({
    day,
    insteadOf: day.map(dateOf),
    off: fc.constantFrom("morning" as const, "afternoon" as const),
    kind: fc.constantFrom("holiday", "compensation", "swapped-off", "swapped-working", "local-half-day" as const),
  })
  .map(({ day, insteadOf, off, kind }) => {
    const base = { date: dateOf(day), name: "", source: "", confirmed: false };
    if (kind === "swapped-working") return { ...base, kind, insteadOf };
    return kind === "local-half-day" ? { ...base, kind, off } : { ...base, kind };
  });
const entries = (maxLength: number) => fc.uniqueArray(entry, { maxLength, selector: (e) => e.date });
const layers: fc.Arbitrary<CalendarSource[]> = fc
  .record({
    national: entries(16),
    province: entries(6),
    unit: entries(10),
    hours: fc.dictionary(fc.constantFrom("1", "2", "3", "4", "6", "7"), spans, { maxKeys: 4 }),
  })
  .map((made) => [
    { ...national, entries: made.national },
    { name: "province", usual: {}, entries: made.province },
    { name: "unit", usual: made.hours as CalendarSource["usual"], entries: made.unit },
  ]);
const minute = fc.integer({ min: 0, max: DAYS * 1440 - 1 });
const pairs = fc.array(fc.tuple(minute, minute), { minLength: 20, maxLength: 20 });

function countTo(counting: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let m = from; m < to; m++) n += counting[m]!;
  return n;
}

/** Walks minute by minute until `minutes` have been worked; null when the range ends before. */
function walk(counting: Uint8Array, start: number, minutes: number, runs: (m: number) => boolean = () => true) {
  let left = minutes;
  let m = start;
  for (; left > 0 && m < counting.length; m++) if (runs(m)) left -= counting[m]!;
  return left > 0 ? null : m;
}

test("counting agrees with the minute oracle", () => {
  fc.assert(
    fc.property(layers, pairs, (layered, asked) => {
      const calendar = compileCalendar(layered, range);
      const counting = countingMinutes(layered);
      for (const [a, b] of asked) {
        const expected = a <= b ? countTo(counting, a, b) : -countTo(counting, b, a);
        // `+ 0` because no minutes backwards are -0 here.
        expect(calendar.workingMinutesBetween(ORIGIN + a, ORIGIN + b)).toBe(expected + 0);
      }
    }),
    { numRuns: 60 },
  );
});

test("adding agrees with the minute oracle", () => {
  const additions = fc.array(fc.tuple(minute, fc.integer({ min: 0, max: 9_000 })), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(layers, additions, (layered, asked) => {
      const calendar = compileCalendar(layered, range);
      const counting = countingMinutes(layered);
      for (const [start, minutes] of asked) {
        const end = walk(counting, start, minutes);
        if (end === null) expect(() => calendar.addWorkingMinutes(ORIGIN + start, minutes)).toThrow(/wider range/);
        else expect(calendar.addWorkingMinutes(ORIGIN + start, minutes)).toBe(ORIGIN + end);
      }
    }),
    { numRuns: 60 },
  );
});

test("subtracting finds the latest minute from which so many working minutes are left", () => {
  const asked = fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 9_000 })), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(layers, asked, (layered, pairs) => {
      const calendar = compileCalendar(layered, range);
      const counting = countingMinutes(layered);
      for (const [end, minutes] of pairs) {
        if (countTo(counting, 0, end) < minutes) {
          expect(() => calendar.subtractWorkingMinutes(ORIGIN + end, minutes)).toThrow(/wider range/);
          continue;
        }
        const start = calendar.subtractWorkingMinutes(ORIGIN + end, minutes) - ORIGIN;
        expect(countTo(counting, start, end)).toBe(minutes);
        expect(countTo(counting, start + 1, end)).toBe(minutes - 1);
      }
    }),
    { numRuns: 60 },
  );
});

test("days, their start and end of work, same-day and calendar-day terms agree with the minute oracle", () => {
  fc.assert(
    fc.property(
      layers,
      fc.array(minute, { minLength: 20, maxLength: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (layered, asked, n) => {
        const calendar = compileCalendar(layered, range);
        const counting = countingMinutes(layered);
        const minutesOf = (i: number) => [...counting.subarray(i * 1440, (i + 1) * 1440)];
        const working = Array.from({ length: DAYS }, (_, i) => minutesOf(i).includes(1));
        const endOf = (i: number) => i * 1440 + minutesOf(i).lastIndexOf(1) + 1;
        for (const start of asked) {
          const i = Math.floor(start / 1440);
          expect(calendar.isWorkingDay(FIRST_DAY + i)).toBe(working[i]);
          const next = working.indexOf(true, i + 1);
          const onOrAfter = working.indexOf(true, i);
          if (next < 0) continue;
          expect(calendar.nextWorkingDay(FIRST_DAY + i)).toBe(FIRST_DAY + next);
          expect(calendar.startOfWork(FIRST_DAY + i)).toBe(ORIGIN + onOrAfter * 1440 + minutesOf(onOrAfter).indexOf(1));
          expect(calendar.endOfWork(FIRST_DAY + i)).toBe(ORIGIN + endOf(onOrAfter));
          const today = working[i] && start % 1440 < 900 && start < endOf(i);
          expect(calendar.dueAt(ORIGIN + start, { unit: "same-day", cutoff: "15:00" })).toBe(
            ORIGIN + endOf(today ? i : next),
          );
          const last = i + n < DAYS ? working.indexOf(true, i + n) : -1;
          if (last >= 0)
            expect(calendar.dueAt(ORIGIN + start, { unit: "calendar-days", value: n })).toBe(ORIGIN + endOf(last));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("a shifted deadline is where a clock that stops during the pause arrives", () => {
  const dossiers = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 10_000 }),
      term: fc.integer({ min: 1, max: 2_500 }),
      until: fc.integer({ min: 0, max: 15_000 }),
      pause: fc.integer({ min: 0, max: 15_000 }),
    }),
    { minLength: 20, maxLength: 20 },
  );
  fc.assert(
    fc.property(layers, dossiers, (layered, asked) => {
      const calendar = compileCalendar(layered, range);
      const counting = countingMinutes(layered);
      for (const { start, term, until, pause } of asked) {
        const from = start + until;
        const expected = walk(counting, start, term, (m) => m < from || m >= from + pause);
        if (expected === null) continue;
        const due = calendar.addWorkingMinutes(ORIGIN + start, term);
        expect(shiftDue(calendar, due, ORIGIN + from, ORIGIN + from + pause)).toBe(ORIGIN + expected);
      }
    }),
    { numRuns: 60 },
  );
});
