import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a nought (Nghị định 30/2020, Phụ lục I). */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** "20/11/2026" of a local date "2026-11-20". */
export const writtenDate = (date: string): string => date.split("-").reverse().join("/");

/** "08:20 ngày 20/11/2026" on the clock of Viet Nam. */
export function writtenMoment(instant: Date): string {
  const minute = toLocalMinute(instant);
  const clock = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock} ngày ${writtenDate(localDateOf(minute))}`;
}
