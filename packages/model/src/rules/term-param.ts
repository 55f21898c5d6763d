import { dayNumberOf, MINUTES_A_DAY, minuteOfDay } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm, type Term } from "@gandan/calendar/term";
import { z } from "zod";
import type { Language } from "./define-rule-kind";

/** A term as `parseTerm` reads it: "3 working-days", "4 working-hours", "10 calendar-days", "same-day", "same-day 15:00". */
export const termParam = z
  .string()
  .regex(
    /^(same-day( ([01]\d|2[0-3]):[0-5]\d)?|(?!0+(\.0)? )(\d+(\.[05])? working-(hours|days)|\d+ calendar-days))$/,
    "term",
  );

const UNIT_WORDS = {
  "working-hours": { vi: "giờ làm việc", en: "working hour" },
  "working-days": { vi: "ngày làm việc", en: "working day" },
  "calendar-days": { vi: "ngày", en: "calendar day" },
} as const;

/** A term in words: "trong 4 giờ làm việc", "within 4 working hours". */
export function termWords(text: string, language: Language): string {
  const term = parseTerm(text);
  if (term.unit === "same-day") {
    return language === "vi"
      ? `trong ngày (sau ${term.cutoff} thì trong ngày làm việc tiếp theo)`
      : `the same day (after ${term.cutoff}, by the end of the next working day)`;
  }
  const word = UNIT_WORDS[term.unit][language];
  if (language === "vi") return `trong ${String(term.value).replace(".", ",")} ${word}`;
  return `within ${term.value} ${word}${term.value === 1 ? "" : "s"}`;
}

/** The end of a term for any start. Same-day terms are remembered by day, for most starts share few days. */
export class TermClock {
  private readonly term: Term;
  private readonly sameDay: boolean;
  private readonly cutoff: number;
  private readonly firstDay: number;
  /** Two entries a day: due when in time, due when too late for the day; 0 until asked. */
  private readonly ends: Int32Array;

  constructor(
    text: string,
    private readonly calendar: OfficeCalendar,
  ) {
    this.term = parseTerm(text);
    this.sameDay = this.term.unit === "same-day";
    this.cutoff = this.term.unit === "same-day" ? minuteOfDay(this.term.cutoff) : 0;
    this.firstDay = dayNumberOf(calendar.range.from);
    const days = this.sameDay ? dayNumberOf(calendar.range.to) - this.firstDay + 1 : 0;
    this.ends = new Int32Array(days * 2);
  }

  /** Local minute at which the term that starts at local minute `start` ends. Throws CalendarError OUT_OF_RANGE. */
  dueAt(start: number): number {
    if (!this.sameDay) return this.calendar.dueAt(start, this.term);
    const day = (start / MINUTES_A_DAY) | 0;
    const slot = (day - this.firstDay) << 1;
    const ends = this.ends;
    if (slot < 0 || slot >= ends.length) return this.calendar.dueAt(start, this.term);
    const inTime = start - day * MINUTES_A_DAY < this.cutoff && start < ends[slot]!;
    const end = ends[inTime ? slot : slot + 1]!;
    return end === 0 ? this.remember(day, slot, start) : end;
  }

  private remember(day: number, slot: number, start: number): number {
    const due = this.calendar.dueAt(start, this.term);
    this.ends[slot] = this.calendar.dueAt(day * MINUTES_A_DAY, this.term);
    if (due !== this.ends[slot]) this.ends[slot + 1] = due;
    return due;
  }
}
