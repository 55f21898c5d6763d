import { dateOfDay, type LocalDate, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";

/** The day of an office by its own calendar, and the next one on which it works. */
export interface OfficeDay {
  today: LocalDate;
  /** False on a day none of whose minutes count for deadlines. */
  working: boolean;
  /** The end of today's work; null on a day of rest. */
  closesAt: Date | null;
  /** On a day that counts for no deadline, until when citizens are received all the same; null when nobody is. */
  receivesUntil: Date | null;
  /** True while today's work is not over. */
  open: boolean;
  next: { day: LocalDate; closesAt: Date };
}

const MINUTES_A_DAY = 1440;

/** The end of the last minute of a day on which citizens are received; null when there is none. */
function endOfReception(calendar: OfficeCalendar, day: number): Date | null {
  for (let minute = (day + 1) * MINUTES_A_DAY - 1; minute >= day * MINUTES_A_DAY; minute--) {
    if (calendar.receivesAt(minute)) return toInstant(minute + 1);
  }
  return null;
}

/** What the calendar says of the day of `now`. Throws OUT_OF_RANGE outside the calendar's dates. */
export function officeDay(calendar: OfficeCalendar, now: Date): OfficeDay {
  const minute = toLocalMinute(now);
  const day = Math.floor(minute / MINUTES_A_DAY);
  const working = calendar.isWorkingDay(day);
  const next = calendar.nextWorkingDay(day);
  return {
    today: dateOfDay(day),
    working,
    closesAt: working ? toInstant(calendar.endOfWork(day)) : null,
    receivesUntil: working ? null : endOfReception(calendar, day),
    open: working && minute < calendar.endOfWork(day),
    next: { day: dateOfDay(next), closesAt: toInstant(calendar.endOfWork(next)) },
  };
}
