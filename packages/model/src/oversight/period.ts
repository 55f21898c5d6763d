import type { LocalDate } from "@gandan/calendar/local-time";

/** A span of local days, both included. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

/** A whole calendar period by its name, or any other span. */
export type PeriodKind =
  | { kind: "quarter"; quarter: number; year: number }
  | { kind: "year"; year: number }
  | { kind: "month"; month: LocalDate }
  | { kind: "range" };

const iso = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
const monthOf = (day: LocalDate) => Number(day.slice(5, 7));

/** The day `by` days after a local day. */
export function shiftDay(day: LocalDate, by: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

/** The first of some local days. */
export function earliestOf(...days: [LocalDate, ...LocalDate[]]): LocalDate {
  return days.sort()[0] as LocalDate;
}

/** The calendar quarter of a day, or with `by` one that many quarters later. */
export function quarterOf(day: LocalDate, by = 0): Period {
  const first = 3 * Math.floor((monthOf(day) - 1) / 3) + 1 + 3 * by;
  return { from: iso(yearOf(day), first, 1), to: iso(yearOf(day), first + 3, 0) };
}

/** The calendar year of a day. */
export function yearPeriod(day: LocalDate): Period {
  return { from: iso(yearOf(day), 1, 1), to: iso(yearOf(day), 12, 31) };
}

/** Names a period that is a whole month, quarter or year. */
export function periodKind({ from, to }: Period): PeriodKind {
  const year = yearOf(from);
  const quarter = quarterOf(from);
  if (quarter.from === from && quarter.to === to) return { kind: "quarter", quarter: (monthOf(from) + 2) / 3, year };
  const whole = yearPeriod(from);
  if (whole.from === from && whole.to === to) return { kind: "year", year };
  if (from.endsWith("-01") && to === iso(year, monthOf(from) + 1, 0)) return { kind: "month", month: from };
  return { kind: "range" };
}

/** First days of the `count` months that end with the month of `last`. */
export function monthsUpTo(last: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, i) => iso(yearOf(last), monthOf(last) - count + 1 + i, 1));
}

/**
 * What to show when no period is asked for: the quarter of today, or for a unit that is no more the quarter of its last day.
 * @param validTo first day on which the unit is no more
 */
export function usualPeriod(today: LocalDate, validTo: LocalDate | null): Period {
  return quarterOf(validTo !== null && validTo <= today ? shiftDay(validTo, -1) : today);
}
