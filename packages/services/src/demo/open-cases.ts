import { type LocalMinute, MINUTES_A_DAY, toInstant } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { LifeBook } from "./dossier-life";
import type { UnitHabits } from "./unit-habits";

interface OpenCase {
  receivedAt: LocalMinute;
  officer: string;
  book: LifeBook;
}

const iso = (minute: LocalMinute) => toInstant(minute).toISOString();

/** The working day `back` working days before the day of `until`, not counting that day. */
function workingDayBefore(calendar: OfficeCalendar, until: LocalMinute, back: number): number {
  let day = Math.floor(until / MINUTES_A_DAY);
  for (let left = back; left > 0; ) {
    day--;
    if (calendar.isWorkingDay(day)) left--;
  }
  return day;
}

/**
 * What a desk has open at `until`: due today, due on the next working day, late without a letter, late with one,
 * finished and not closed, waiting for a citizen. Received at least two days before.
 */
export function openCases(habits: UnitHabits, calendar: OfficeCalendar, until: LocalMinute): OpenCase[] {
  const officer = habits.officers[0] ?? "";
  /** `due`: the appointment that the paper states. */
  const begin = (procedure: string, back: number, minutes: number, due?: LocalMinute) => {
    const book = new LifeBook();
    const opening = calendar.startOfWork(workingDayBefore(calendar, until, back));
    const receivedAt = calendar.addWorkingMinutes(opening, minutes);
    const acceptedAt = calendar.addWorkingMinutes(receivedAt, 5);
    const dueAt = iso(due ?? calendar.dueAt(acceptedAt, { unit: "working-days", value: 3 }));
    book.add(receivedAt, { type: "received", procedure, channel: "direct", flags: [] });
    book.add(acceptedAt, { type: "accepted", dueAt });
    book.add(calendar.addWorkingMinutes(acceptedAt, 10), { type: "forwarded", to: officer });
    return { receivedAt, acceptedAt, officer, book };
  };
  const today = Math.floor(until / MINUTES_A_DAY);
  const firstDay = calendar.isWorkingDay(today) ? today : calendar.nextWorkingDay(today);
  const nextDay = calendar.nextWorkingDay(firstDay);

  const lateSilent = begin("1.004873", 6, 90);
  const lateSorry = begin("1.001612", 7, 150);
  lateSorry.book.add(calendar.addWorkingMinutes(lateSorry.acceptedAt, 1300), {
    type: "apologised",
    fields: ["cause", "new-due", "responsible"],
    signer: "vice-chairman",
    newDueAt: iso(calendar.endOfWork(nextDay)),
    cause: "Hồ sơ cần xác minh thêm",
    responsible: officer,
  });
  const unclosed = begin("2.001035", 4, 60);
  unclosed.book.add(calendar.addWorkingMinutes(unclosed.acceptedAt, 500), { type: "finished" });
  unclosed.book.add(calendar.addWorkingMinutes(unclosed.acceptedAt, 560), { type: "handed-over" });
  const waiting = begin("1.004873", 3, 120);
  waiting.book.add(calendar.addWorkingMinutes(waiting.acceptedAt, 60), {
    type: "supplement-requested",
    reason: "Thiếu giấy tờ tùy thân còn hạn",
  });
  return [
    begin("1.004194", 3, 200, calendar.endOfWork(firstDay)),
    begin("2.001035", 2, 200, calendar.endOfWork(firstDay)),
    begin("1.004873", 2, 260, calendar.endOfWork(nextDay)),
    lateSilent,
    lateSorry,
    unclosed,
    waiting,
  ];
}
