import {
  dayNumberOf,
  isoWeekday,
  MINUTES_A_DAY,
  minuteOfDate,
  minuteOfDay,
  toInstant,
  toLocalMinute,
} from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { localToday } from "../unit/local-today";

/** The instants that the queues of a moment turn on. */
export interface QueueTimes {
  /** First instants of today and of tomorrow in Viet Nam. */
  today: Date;
  tomorrow: Date;
  /** Rules judge by whole minutes: in the minute of its appointment a dossier is not late yet. */
  minute: Date;
  /** The end of the working hours that "soon" reaches ahead. */
  soon: Date;
  /** Accepted before it, a dossier whose result is promised on the same day is due by the end of today. */
  sameDay: Date;
  /** Accepted before it, a dossier that must not be carried over Friday is due by the end of this week's work. */
  week: Date;
}

/** Rules judge by whole minutes: in the minute of its appointment a dossier is not late yet. */
export function startOfMinute(now: Date): Date {
  return toInstant(toLocalMinute(now));
}

/** NĐ 23/2015/NĐ-CP, Điều 7: what is handed in after 15:00 is returned on the next working day. */
const CUTOFF = minuteOfDay("15:00");

/** From when on paper belongs to the next working day; on a half day the office may have closed before. */
function cutoffOf(calendar: OfficeCalendar, day: number): Date {
  return toInstant(Math.min(day * MINUTES_A_DAY + CUTOFF, calendar.endOfWork(day)));
}

function lastWorkingDay(calendar: OfficeCalendar, day: number): number {
  let last = day;
  while (!calendar.isWorkingDay(last)) last--;
  return last;
}

/** @param hours working hours ahead that "soon" means */
export function queueTimes(calendar: OfficeCalendar, now: Date, hours: number): QueueTimes {
  const date = localToday(now);
  const day = dayNumberOf(date);
  const today = toInstant(minuteOfDate(date));
  const minute = startOfMinute(now);
  const sunday = day + 7 - isoWeekday(day);
  return {
    today,
    tomorrow: new Date(today.getTime() + 86_400_000),
    minute,
    soon: toInstant(calendar.addWorkingMinutes(toLocalMinute(now), hours * 60)),
    sameDay: cutoffOf(calendar, lastWorkingDay(calendar, day)),
    week: cutoffOf(calendar, lastWorkingDay(calendar, sunday)),
  };
}
