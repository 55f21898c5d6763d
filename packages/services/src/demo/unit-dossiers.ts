import {
  dateOfDay,
  dayNumberOf,
  type LocalDate,
  type LocalMinute,
  localDateOf,
  MINUTES_A_DAY,
  toLocalMinute,
} from "@gandan/calendar/local-time";
import type { DossierIntake } from "../dossier/record-dossiers";
import type { Judge } from "../outcome/judge";
import { type DossierStart, type LifeBook, liveDossier } from "./dossier-life";
import { openCases } from "./open-cases";
import { type SeededRandom, seededRandom } from "./seeded-random";
import type { UnitHabits } from "./unit-habits";

/** Local days, both inclusive. */
export interface DaySpan {
  from: LocalDate;
  to: LocalDate;
}

/** Names no one has; phone numbers no one can be called at. */
const APPLICANTS = [
  "Nguyễn Văn A",
  "Trần Thị B",
  "Lê Văn C",
  "Phạm Thị D",
  "Hoàng Văn E",
  "Phan Thị G",
  "Vũ Văn H",
  "Đặng Thị K",
  "Bùi Văn L",
  "Đỗ Thị M",
  "Hồ Văn N",
  "Ngô Thị P",
];

/**
 * The dossiers that a unit received on the days of `span`, as known at `now`: what lies after `now` has not happened
 * yet. A unit that goes on has, besides, cases of every open kind as of `now`. The same input gives the same dossiers.
 */
export function unitDossiers(habits: UnitHabits, judge: Judge, span: DaySpan, now: Date): DossierIntake[] {
  const until = toLocalMinute(now);
  const lastDay = habits.to === null ? Number.POSITIVE_INFINITY : dayNumberOf(habits.to) - 1;
  const from = Math.max(dayNumberOf(span.from), dayNumberOf(habits.from));
  const to = Math.min(dayNumberOf(span.to), lastDay);
  const batch: DossierIntake[] = [];
  for (let day = from; day <= to; day++) {
    if (!judge.calendar.isWorkingDay(day)) continue;
    const random = seededRandom(`${habits.unitId}/${day}`);
    const starts = startsOf(habits, judge, day, random);
    starts.forEach((start, i) => {
      const book = liveDossier({ habits, calendar: judge.calendar, strain: strainOn(habits, day), random }, start);
      batch.push(intakeOf(habits, start, i + 1, book, until, random));
    });
  }
  if (habits.to === null && localDateOf(until) > span.to) {
    const random = seededRandom(`${habits.unitId}/open`);
    openCases(habits, judge.calendar, until).forEach((one, i) => {
      batch.push(intakeOf(habits, one, 901 + i, one.book, until, random));
    });
  }
  return batch;
}

/** Old units get better by and by; the months after the merger are hard, then it goes up again. */
function strainOn(habits: UnitHabits, day: number): number {
  const days = day - dayNumberOf(habits.from);
  if (habits.to !== null) return 1.3 - Math.min(0.6, days / 900);
  return days < 90 ? 2 - days / 120 : Math.max(0.6, 1.25 - (days - 90) / 600);
}

/** Receipts of a day, in order of time. */
function startsOf(habits: UnitHabits, judge: Judge, day: number, random: SeededRandom): DossierStart[] {
  const date = dateOfDay(day);
  const count = Math.floor(habits.perDay * (0.5 + random.next()) + random.next());
  const times = Array.from({ length: count }, () => receptionMinute(judge, day, random)).sort((a, b) => a - b);
  return times.map((receivedAt) => {
    const procedure = weighted(habits.procedures, random);
    const officer = random.pick(habits.officers);
    return { procedure, group: judge.groupOf(procedure), term: judge.termOn(procedure, date), receivedAt, officer };
  });
}

/** A minute at which citizens are received, more often in the morning. */
function receptionMinute(judge: Judge, day: number, random: SeededRandom): LocalMinute {
  const start = judge.calendar.startOfWork(day);
  const worked = judge.calendar.workingMinutesBetween(start, (day + 1) * MINUTES_A_DAY);
  const share = random.chance(0.62) ? 0.02 + random.next() * 0.5 : 0.55 + random.next() * 0.4;
  return judge.calendar.addWorkingMinutes(start, Math.max(1, Math.floor(worked * share)));
}

function weighted(list: UnitHabits["procedures"], random: SeededRandom): string {
  let rest = random.next() * list.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [code, weight] of list) {
    rest -= weight;
    if (rest < 0) return code;
  }
  return list.at(-1)![0];
}

function intakeOf(
  habits: UnitHabits,
  { receivedAt, officer }: { receivedAt: LocalMinute; officer: string },
  number: number,
  book: LifeBook,
  until: LocalMinute,
  random: SeededRandom,
): DossierIntake {
  const date = localDateOf(receivedAt).replaceAll("-", "").slice(2);
  return {
    externalCode: `${habits.code}-${date}-${String(number).padStart(4, "0")}`,
    applicantName: random.pick(APPLICANTS),
    phone: `0900 000 ${String(random.between(0, 999)).padStart(3, "0")}`,
    officer,
    events: book.eventsUntil(until),
  };
}
