import { dateOfDay, dayNumberOf, isoWeekday, type LocalDate } from "@gandan/calendar/local-time";

/** Which weekdays of a month: those numbers of them, or every week. */
export const RECEPTION_WEEKS = ["1,3", "2,4", "1,2,3", "every"] as const;
export type ReceptionWeeks = (typeof RECEPTION_WEEKS)[number];

/** A day on which a unit receives citizens, from and to as "07:30". */
export interface ReceptionDay {
  day: LocalDate;
  from: string;
  to: string;
  /** Who receives; "" where nothing was said. */
  who: string;
  /** The day that fell on a rest and was moved here; null when it is as usual. */
  instead: LocalDate | null;
}

/** How often the chairman of a commune receives at least. */
export interface ReceptionDuty {
  every: "week" | "month";
  times: number;
  effectiveFrom: LocalDate;
  legalReference: string;
}

/** Newest first. */
const DUTIES: readonly ReceptionDuty[] = [
  {
    every: "month",
    times: 2,
    effectiveFrom: "2026-07-01",
    legalReference: "Luật Tiếp công dân sửa đổi, hiệu lực 01/7/2026",
  },
  {
    every: "week",
    times: 1,
    effectiveFrom: "2014-07-01",
    legalReference: "Luật Tiếp công dân 42/2013/QH13, Điều 15 khoản 2 điểm a",
  },
];

/** The duty of a commune's chairman to receive citizens on a day. */
export function receptionDuty(day: LocalDate): ReceptionDuty {
  return DUTIES.find(({ effectiveFrom }) => effectiveFrom <= day) ?? DUTIES.at(-1)!;
}

/** Whether what a unit has chosen is as much as the duty of the day asks. */
export function meetsDuty(weeks: ReceptionWeeks, duty: ReceptionDuty): boolean {
  if (weeks === "every") return true;
  return duty.every === "month" && weeks.split(",").length >= duty.times;
}

const EXTRA = /^(\d{1,2})\/(\d{1,2})\/(20\d\d) +(\d{1,2}:\d\d) *[-–] *(\d{1,2}:\d\d)(?: +(.{1,80}))?$/;
const MOST_EXTRA = 40;

/**
 * Days as they are typed, one a line: "15/12/2026 14:00 - 16:30 Phó Chủ tịch UBND". Null when a line cannot be read so, or
 * when there are too many.
 */
export function readExtraDays(text: string): ReceptionDay[] | null {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_EXTRA) return null;
  const days: ReceptionDay[] = [];
  for (const line of lines) {
    const [, d = "", m = "", year = "", from = "", to = "", who = ""] = EXTRA.exec(line) ?? [];
    const day = `${year}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`;
    const span = [from, to].map((time) => time.padStart(5, "0"));
    if (!isDay(day) || !span.every(isTime) || span[0]! >= span[1]!) return null;
    days.push({ day, from: span[0]!, to: span[1]!, who: who.trim(), instead: null });
  }
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

interface UsualReception {
  /** ISO weekday. */
  weekday: number;
  weeks: ReceptionWeeks;
  from: string;
  to: string;
  who: string;
}

/** The part of an office's calendar that reception days go by. */
interface WorkingDays {
  isWorkingDay(day: number): boolean;
  nextWorkingDay(day: number): number;
}

/**
 * The days from `from` on, for `days` days, on which citizens are received. One that falls on a rest is held on the next
 * working day, save that Saturdays chosen as such stay.
 */
export function receptionDays(
  usual: UsualReception,
  extra: readonly ReceptionDay[],
  calendar: WorkingDays,
  { from, days }: { from: LocalDate; days: number },
): ReceptionDay[] {
  const first = dayNumberOf(from);
  const found: ReceptionDay[] = [];
  // A week before: what was moved may fall into the span.
  for (let day = first - 10; day < first + days; day++) {
    if (isoWeekday(day) !== usual.weekday || !isChosen(dateOfDay(day), usual.weeks)) continue;
    const rests = usual.weekday < 6 && !calendar.isWorkingDay(day);
    const held = rests ? calendar.nextWorkingDay(day) : day;
    if (held < first || held >= first + days) continue;
    const { from: opens, to, who } = usual;
    found.push({ day: dateOfDay(held), from: opens, to, who, instead: rests ? dateOfDay(day) : null });
  }
  const last = dateOfDay(first + days - 1);
  const others = extra.filter(({ day }) => day >= from && day <= last);
  return [...found, ...others].sort((a, b) => (`${a.day}${a.from}` < `${b.day}${b.from}` ? -1 : 1));
}

function isChosen(day: LocalDate, weeks: ReceptionWeeks): boolean {
  if (weeks === "every") return true;
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return weeks.split(",").includes(String(nth));
}
