import { CalendarError } from "./calendar-error";

/** Whole minutes since 1970-01-01T00:00 on the wall clock of Asia/Ho_Chi_Minh. */
export type LocalMinute = number;
/** `YYYY-MM-DD` on the wall clock of Asia/Ho_Chi_Minh. */
export type LocalDate = string;
/** 1 = Monday … 7 = Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTES_A_DAY = 1440;
/** UTC+7 all year: the country has no daylight saving. */
const OFFSET_MINUTES = 420;
const MS_A_MINUTE = 60_000;
const MS_A_DAY = 86_400_000;

/** Wall-clock minute of an instant (Date or epoch milliseconds); seconds are cut off. Throws INVALID_DATE. */
export function toLocalMinute(instant: Date | number): LocalMinute {
  const ms = typeof instant === "number" ? instant : instant.getTime();
  if (!Number.isFinite(ms))
    throw new CalendarError("INVALID_DATE", "The instant is not a time", "Give a valid Date or epoch milliseconds");
  return Math.floor(ms / MS_A_MINUTE) + OFFSET_MINUTES;
}

/** The instant at which a wall-clock minute begins. */
export function toInstant(minute: LocalMinute): Date {
  return new Date((minute - OFFSET_MINUTES) * MS_A_MINUTE);
}

/** The local date a wall-clock minute lies in. */
export function localDateOf(minute: LocalMinute): LocalDate {
  return dateOfDay(Math.floor(minute / MINUTES_A_DAY));
}

/** Day number (days since 1970-01-01) of a local date. Throws INVALID_DATE for a date that does not exist. */
export function dayNumberOf(date: LocalDate): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  const day = ms / MS_A_DAY;
  if (Number.isNaN(day) || dateOfDay(day) !== date)
    throw new CalendarError("INVALID_DATE", `"${date}" is not a date`, "Write an existing date as YYYY-MM-DD");
  return day;
}

/** The local date of a day number. */
export function dateOfDay(day: number): LocalDate {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

/** Weekday of a day number; day 0 (1970-01-01) was a Thursday. */
export function isoWeekday(day: number): IsoWeekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as IsoWeekday;
}

/** Minute of the day of `HH:MM`; `24:00` is the end of the day. Throws INVALID_DATE. */
export function minuteOfDay(hhmm: string): number {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(hhmm);
  const minute = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minute <= MINUTES_A_DAY))
    throw new CalendarError("INVALID_DATE", `"${hhmm}" is not a time of day`, "Write it as HH:MM from 00:00 to 24:00");
  return minute;
}

/** Wall-clock minute of a local date at `hhmm` (midnight unless told). Throws INVALID_DATE. */
export function minuteOfDate(date: LocalDate, hhmm = "00:00"): LocalMinute {
  return dayNumberOf(date) * MINUTES_A_DAY + minuteOfDay(hhmm);
}
