import { CalendarError } from "./calendar-error";
import { minuteOfDay } from "./local-time";

/**
 * A time limit for finishing a dossier. Working hours and working days may be halves; calendar days are whole.
 * `cutoff` ("15:00") is the time of day from which paper belongs to the next working day.
 */
export type Term =
  | { unit: "working-hours" | "working-days" | "calendar-days"; value: number }
  | { unit: "same-day"; cutoff: string };

/** NĐ 23/2015/NĐ-CP, Điều 7: received after 15:00, handed over on the next working day. */
const DEFAULT_CUTOFF = "15:00";

/** Reads "3 working-days", "4 working-hours", "10 calendar-days", "same-day" or "same-day 15:00". Throws INVALID_TERM. */
export function parseTerm(text: string): Term {
  const words = text.trim().split(/\s+/);
  const [first = "", second] = words;
  if (words.length <= 2 && first === "same-day") {
    const cutoff = second ?? DEFAULT_CUTOFF;
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(cutoff)) return { unit: "same-day", cutoff };
  }
  if (words.length === 2 && /^\d+(\.[05])?$/.test(first)) {
    const value = Number(first);
    if (value > 0 && (second === "working-hours" || second === "working-days")) return { unit: second, value };
    if (value > 0 && second === "calendar-days" && Number.isInteger(value)) return { unit: second, value };
  }
  throw new CalendarError(
    "INVALID_TERM",
    `"${text}" is not a term`,
    'Write "4 working-hours", "3 working-days", "10 calendar-days", "same-day" or "same-day 15:00"',
  );
}

/** The shortest text that `parseTerm` reads back as the same term. */
export function formatTerm(term: Term): string {
  if (term.unit !== "same-day") return `${term.value} ${term.unit}`;
  return minuteOfDay(term.cutoff) === minuteOfDay(DEFAULT_CUTOFF) ? "same-day" : `same-day ${term.cutoff}`;
}
