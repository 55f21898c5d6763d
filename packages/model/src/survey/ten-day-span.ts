import type { LocalDate } from "@gandan/calendar/local-time";

/**
 * The first day of the span that a day lies in: from the 1st, the 11th and the 21st of its month. No result is cut
 * finer than these spans; two of them end on the days before which plan 004 publishes (10/6, 10/11).
 */
export function spanStart(day: LocalDate): LocalDate {
  const date = Number(day.slice(8));
  return `${day.slice(0, 8)}${date > 20 ? "21" : date > 10 ? "11" : "01"}`;
}

/** The last day of the span that begins on a day. */
export function spanEnd(start: LocalDate): LocalDate {
  if (!start.endsWith("21")) return `${start.slice(0, 8)}${start.endsWith("01") ? "10" : "20"}`;
  return new Date(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 0)).toISOString().slice(0, 10);
}

/**
 * The day on which a sheet counts that is taken in on `today`. One from a span that has ended counts on the first day of
 * the running one: figures that were shown would else move by a single sheet, and tell what it says.
 */
export function countedDay(day: LocalDate, today: LocalDate): LocalDate {
  const open = spanStart(today);
  return day < open ? open : day > today ? today : day;
}
