import { isoWeekday, type LocalMinute, MINUTES_A_DAY, toInstant } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { shiftDue } from "@gandan/calendar/shift-due";
import { parseTerm, type Term } from "@gandan/calendar/term";
import type { ApologyField, DossierEvent, DossierFact, SignerRole } from "@gandan/model/dossier/dossier-event";
import type { SeededRandom } from "./seeded-random";
import type { UnitHabits } from "./unit-habits";

export interface LifeSetting {
  habits: UnitHabits;
  calendar: OfficeCalendar;
  /** 1 is usual; above it the unit is worse than usual at that time. */
  strain: number;
  random: SeededRandom;
}

export interface DossierStart {
  procedure: string;
  group: string;
  term: Term | undefined;
  receivedAt: LocalMinute;
  /** Who works on it. */
  officer: string;
}

/** Where the catalogue knows no term, the dossier brings its own appointment. */
const UNKNOWN_TERM = parseTerm("3 working-days");
const SAME_DAY = parseTerm("same-day");
const MINUTES_BEFORE_HALF_DAY = 240;

/** Facts with the minute at which they happen, in any order. */
export class LifeBook {
  readonly #events: { minute: LocalMinute; fact: DossierFact }[] = [];

  add(minute: LocalMinute, fact: DossierFact): void {
    this.#events.push({ minute, fact });
  }

  /** What had happened by `until`, recorded as it happened. */
  eventsUntil(until: LocalMinute): DossierEvent[] {
    return this.#events
      .filter(({ minute }) => minute <= until)
      .sort((a, b) => a.minute - b.minute)
      .map(({ minute, fact }) => {
        const at = toInstant(minute).toISOString();
        return { at, recordedAt: at, fact };
      });
  }
}

const iso = (minute: LocalMinute) => toInstant(minute).toISOString();

/** Everything that happens to one dossier, from receipt to closing; every event lies in working time. */
export function liveDossier(setting: LifeSetting, start: DossierStart): LifeBook {
  const { habits, calendar, random } = setting;
  const book = new LifeBook();
  const after = (minute: LocalMinute, low: number, high: number) =>
    calendar.addWorkingMinutes(minute, random.between(low, high));
  const online = random.chance(habits.online);
  const channel = online ? "online" : random.chance(habits.home) ? "home" : random.chance(0.03) ? "post" : "direct";
  book.add(start.receivedAt, { type: "received", procedure: start.procedure, channel, flags: [] });

  if (random.chance(0.012)) {
    book.add(after(start.receivedAt, 20, 120), { type: "refused", reason: "Không thuộc thẩm quyền" });
    return book;
  }
  const acceptedAt = online ? after(start.receivedAt, 10, 70) : after(start.receivedAt, 1, 8);
  const promised = habits.sameDay.has(start.procedure);
  let due = calendar.dueAt(acceptedAt, start.term ?? UNKNOWN_TERM);
  book.add(acceptedAt, { type: "accepted", dueAt: iso(due) });
  let at = after(acceptedAt, 4, 20);
  book.add(at, { type: "forwarded", to: start.officer });
  if (random.chance(0.008)) {
    book.add(after(at, 5, 60), { type: "withdrawn" });
    return book;
  }

  if (random.chance(promised ? habits.supplement / 3 : habits.supplement)) {
    let rounds = random.chance(habits.secondSupplement * setting.strain) ? 2 : 1;
    while (rounds-- > 0) {
      const since = Math.min(after(at, 5, 40), due - 1);
      if (since <= at || !isWorkingMinute(calendar, since)) break;
      at = after(since, 240, 1400);
      book.add(since, { type: "supplement-requested", reason: random.pick(MISSING_PAPERS) });
      book.add(at, { type: "supplemented" });
      due = shiftDue(calendar, due, since, at);
    }
  }
  finish(setting, start, book, at, due, promised);
  return book;
}

const MISSING_PAPERS = ["Thiếu bản chính để đối chiếu", "Thiếu giấy tờ tùy thân còn hạn", "Tờ khai chưa ký"];

function isWorkingMinute(calendar: OfficeCalendar, minute: LocalMinute): boolean {
  return calendar.workingMinutesBetween(minute - 1, minute) === 1;
}

function finish(
  setting: LifeSetting,
  start: DossierStart,
  book: LifeBook,
  at: LocalMinute,
  due: LocalMinute,
  promised: boolean,
): void {
  const { habits, calendar, random, strain } = setting;
  const left = calendar.workingMinutesBetween(at, due);
  const friday = isoWeekday(Math.floor(at / MINUTES_A_DAY)) === 5;
  const shortTerm = start.term?.unit === "same-day";
  const slip = promised || shortTerm ? (friday ? habits.carriedOverFriday : habits.carriedOver) : habits.late;
  const slips = left < 15 || random.chance(Math.min(0.7, slip * strain));
  let finishedAt: LocalMinute;
  if (!slips && promised) {
    const sameDayEnd = calendar.dueAt(at, SAME_DAY);
    const room = Math.min(left, calendar.workingMinutesBetween(at, sameDayEnd));
    finishedAt = calendar.addWorkingMinutes(at, Math.max(1, random.between(Math.ceil(room * 0.2), room - 5)));
  } else if (!slips || (promised && !shortTerm && random.chance(0.7))) {
    // Carried over, yet within the term; or simply in time.
    const earliest = promised ? Math.min(left - 5, 480) : Math.ceil(left * 0.2);
    finishedAt = calendar.addWorkingMinutes(at, Math.max(1, random.between(earliest, Math.max(earliest, left - 5))));
  } else {
    finishedAt = calendar.addWorkingMinutes(Math.max(due, at), random.between(45, shortTerm ? 700 : 1500));
    apologise(setting, start, book, at, due, finishedAt);
  }
  complete(setting, start, book, finishedAt);
}

/** The letter for a late dossier, if there is one, and new appointments. */
function apologise(
  setting: LifeSetting,
  start: DossierStart,
  book: LifeBook,
  at: LocalMinute,
  due: LocalMinute,
  finishedAt: LocalMinute,
): void {
  const { habits, calendar, random, strain } = setting;
  const dice = random.next() * Math.sqrt(strain);
  const before = Math.max(0, Math.min(calendar.workingMinutesBetween(at, due) - 2, random.between(15, 150)));
  const inTime = dice < habits.apologyInTime && before > 0;
  const written = inTime || dice < habits.apologyInTime + habits.apologyLate;
  if (!written) return;
  const writtenAt = inTime
    ? calendar.addWorkingMinutes(at, Math.max(1, calendar.workingMinutesBetween(at, due) - before))
    : calendar.addWorkingMinutes(
        due,
        random.between(5, Math.max(6, calendar.workingMinutesBetween(due, finishedAt) - 1)),
      );
  const incomplete = random.chance(habits.apologyIncomplete);
  const wrongSigner = incomplete && random.chance(0.4);
  const fields: ApologyField[] =
    incomplete && !wrongSigner
      ? random.pick<ApologyField[]>([["cause"], ["cause", "new-due"], ["new-due", "responsible"]])
      : ["cause", "new-due", "responsible", ...(random.chance(0.5) ? (["remedy"] as const) : [])];
  const signer: SignerRole = wrongSigner ? "officer" : random.pick(["chairman", "vice-chairman", "vice-chairman"]);
  const newDueAt = calendar.addWorkingMinutes(finishedAt, random.between(10, 200));
  const twice = random.chance(habits.twiceReappointed);
  const first = twice ? calendar.addWorkingMinutes(due, 40) : newDueAt;
  book.add(writtenAt, {
    type: "apologised",
    fields,
    signer,
    ...(fields.includes("new-due") ? { newDueAt: iso(first) } : {}),
    ...(fields.includes("cause") ? { cause: random.pick(CAUSES) } : {}),
    ...(fields.includes("responsible") ? { responsible: start.officer } : {}),
  });
  if (twice && first > writtenAt && first < finishedAt) book.add(first, { type: "reappointed", dueAt: iso(newDueAt) });
}

const CAUSES = [
  "Hồ sơ cần xác minh thêm",
  "Cán bộ thụ lý đi tập huấn",
  "Hệ thống gián đoạn",
  "Chờ ý kiến cơ quan phối hợp",
];

const LETTER_OF: Record<string, "congratulation" | "condolence" | undefined> = {
  birth: "congratulation",
  marriage: "congratulation",
  death: "condolence",
};

/** Result, letter, hand-over and closing. */
function complete(setting: LifeSetting, start: DossierStart, book: LifeBook, finishedAt: LocalMinute): void {
  const { habits, calendar, random, strain } = setting;
  const after = (minute: LocalMinute, low: number, high: number) =>
    calendar.addWorkingMinutes(minute, random.between(low, high));
  book.add(finishedAt, { type: "finished" });
  const letter = LETTER_OF[start.group];
  if (letter && habits.letterMissing !== null) {
    if (!random.chance(habits.letterMissing * strain)) {
      book.add(after(finishedAt, 2, 45), { type: "letter-sent", letter });
    } else if (random.chance(0.4)) book.add(after(finishedAt, 600, 1900), { type: "letter-sent", letter });
  }
  book.add(after(finishedAt, 10, random.chance(0.7) ? 90 : 900), { type: "handed-over" });
  if (!random.chance(habits.forgottenClosing * strain)) {
    const toEvening = calendar.workingMinutesBetween(finishedAt, calendar.dueAt(finishedAt, SAME_DAY));
    book.add(after(finishedAt, 1, Math.max(1, Math.min(toEvening - 1, MINUTES_BEFORE_HALF_DAY))), { type: "closed" });
  } else if (random.chance(0.88)) book.add(after(finishedAt, 700, 2600), { type: "closed" });
}
