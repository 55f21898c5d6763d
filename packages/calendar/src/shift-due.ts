import type { LocalMinute } from "./local-time";
import type { OfficeCalendar } from "./office-calendar";

/**
 * Moves a deadline by a pause of the clock (a supplement or a financial duty is awaited): by the working minutes between
 * `pausedFrom` and `pausedTo`. A pause that begins when the deadline has already passed moves nothing, for there is no
 * time left to save; neither does a pause that ends before it begins. Throws OUT_OF_RANGE.
 */
export function shiftDue(
  calendar: OfficeCalendar,
  due: LocalMinute,
  pausedFrom: LocalMinute,
  pausedTo: LocalMinute,
): LocalMinute {
  if (pausedFrom >= due || pausedTo <= pausedFrom) return due;
  return calendar.addWorkingMinutes(due, calendar.workingMinutesBetween(pausedFrom, pausedTo));
}
