import { type LocalDate, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";

/** The day in Viet Nam at `now`. */
export function localToday(now: Date): LocalDate {
  return localDateOf(toLocalMinute(now));
}
