import { dateOfDay, dayNumberOf, isoWeekday, type LocalDate, MINUTES_A_DAY } from "@gandan/calendar/local-time";

export type Every = "week" | "month" | "quarter" | "half-year" | "year";

/** A calendar period; minutes inclusive. */
export interface CalendarPeriod {
  from: number;
  to: number;
  fromDate: LocalDate;
  toDate: LocalDate;
}

const MONTHS: Record<Exclude<Every, "week">, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** Weeks (Monday to Sunday), months … that touch the local minutes `from..to`, in order. */
export function periodsWithin(from: number, to: number, every: Every): CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  let first = firstDayOf(Math.floor(from / MINUTES_A_DAY), every);
  const lastDay = Math.floor(to / MINUTES_A_DAY);
  while (first <= lastDay) {
    const next = firstDayAfter(first, every);
    periods.push({
      from: first * MINUTES_A_DAY,
      to: next * MINUTES_A_DAY - 1,
      fromDate: dateOfDay(first),
      toDate: dateOfDay(next - 1),
    });
    first = next;
  }
  return periods;
}

function firstDayOf(day: number, every: Every): number {
  if (every === "week") return day - isoWeekday(day) + 1;
  const [year, month] = yearAndMonth(day);
  return firstOfMonth(year, month - (month % MONTHS[every]));
}

function firstDayAfter(first: number, every: Every): number {
  if (every === "week") return first + 7;
  const [year, month] = yearAndMonth(first);
  return firstOfMonth(year, month + MONTHS[every]);
}

function yearAndMonth(day: number): [year: number, month: number] {
  const date = dateOfDay(day);
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1];
}

function firstOfMonth(year: number, month: number): number {
  const date = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
  return dayNumberOf(date);
}
