import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { NEVER } from "@gandan/model/dossier/dossier-facts";

/** Working days ahead of the last day on which readers are reminded. */
const DAYS_AHEAD = 2;

export interface PetitionReminder {
  kind: "petition-due" | "petition-late";
  /** Local minute. */
  at: number;
}

/** When the readers of a petition are reminded of a step: two working days before its last minute, and when it is over. */
export function remindersOf(calendar: OfficeCalendar, dueAt: number): PetitionReminder[] {
  return [
    { kind: "petition-due", at: calendar.subtractWorkingMinutes(dueAt, DAYS_AHEAD * calendar.minutesPerDay) },
    { kind: "petition-late", at: dueAt + 1 },
  ];
}

/** The next reminder after a local minute; NEVER if there is none. */
export function nextRemindAt(calendar: OfficeCalendar, dueAt: number, since: number): number {
  return remindersOf(calendar, dueAt).find(({ at }) => at > since)?.at ?? NEVER;
}
