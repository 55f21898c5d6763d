import { CalendarError } from "./calendar-error";
import type { CalendarEntry, CalendarSource } from "./calendar-source";
import { type CalendarTables, compileTables, TABLE } from "./calendar-tables";
import { layerHours } from "./day-hours";
import { dateOfDay, dayNumberOf, type LocalDate, type LocalMinute, MINUTES_A_DAY, minuteOfDay } from "./local-time";
import type { Term } from "./term";

/**
 * The working time of one office over a range of dates. All minutes are `LocalMinute`, all days are day numbers.
 * Every method throws OUT_OF_RANGE when it is asked about, or its answer lies on, a day outside the compiled range.
 */
export class OfficeCalendar {
  /** Working minutes that one working day of a term stands for: those of the longest usual weekday. */
  readonly minutesPerDay: number;
  readonly range: { readonly from: LocalDate; readonly to: LocalDate };
  /** The last day up to which a layer says that its yearly table is complete; null when none says. */
  readonly knownTo: LocalDate | null;
  readonly #first: number;
  readonly #origin: LocalMinute;
  readonly #minutes: number;
  readonly #t: CalendarTables;
  readonly #entriesOf: (day: number) => readonly CalendarEntry[];

  /** Use `compileCalendar`. */
  constructor(layers: readonly CalendarSource[], range: { from: LocalDate; to: LocalDate }) {
    const hours = layerHours(layers);
    this.range = { from: range.from, to: range.to };
    this.knownTo = layers.reduce<LocalDate | null>(
      (latest, { covers }) => (covers && (latest === null || covers.to > latest) ? covers.to : latest),
      null,
    );
    this.#first = dayNumberOf(range.from);
    this.#origin = this.#first * MINUTES_A_DAY;
    this.#t = compileTables(hours, this.#first, dayNumberOf(range.to));
    this.#minutes = this.#t.typeOf.length * MINUTES_A_DAY;
    this.minutesPerDay = this.#t.minutesPerDay;
    this.#entriesOf = hours.entriesOf;
  }

  /** Working minutes from `a` (included) to `b` (excluded); negative when `b` lies before `a`. */
  workingMinutesBetween(a: LocalMinute, b: LocalMinute): number {
    return this.#workedAt(b) - this.#workedAt(a);
  }

  /**
   * The earliest minute by which `minutes` whole working minutes have passed since `start`: a result that would fall on
   * the start of a span is the end of the span before. Zero minutes give `start` back.
   */
  addWorkingMinutes(start: LocalMinute, minutes: number): LocalMinute {
    const worked = this.#workedAt(start);
    if (minutes === 0) return start;
    const target = worked + minutes;
    if (!(minutes > 0) || target > this.#t.total) throw this.#outOfRange(`${minutes} working minutes from ${start}`);
    return this.#endOfWorked(target);
  }

  /**
   * The latest minute from which `minutes` whole working minutes are left until `end`: a result that would fall on the
   * end of a span is the start of the span after. Zero minutes give `end` back.
   */
  subtractWorkingMinutes(end: LocalMinute, minutes: number): LocalMinute {
    const target = this.#workedAt(end) - minutes;
    if (minutes === 0) return end;
    if (!(minutes > 0) || target < 0) throw this.#outOfRange(`${minutes} working minutes before ${end}`);
    return this.#endOfWorked(target + 1) - 1;
  }

  /** Whether any minute of the day counts for deadlines. */
  isWorkingDay(day: number): boolean {
    const i = this.#indexOf(day);
    return this.#t.cum[i + 1]! > this.#t.cum[i]!;
  }

  /** The first working day after `day`. */
  nextWorkingDay(day: number): number {
    const next = this.#t.workDay[this.#t.workDaysUntil[this.#indexOf(day) + 1]!];
    if (next === undefined) throw this.#outOfRange(`the working day after ${dateOfDay(day)}`);
    return this.#first + next;
  }

  /** The first counting minute of a working day; of a rest day that of the next working day. */
  startOfWork(day: number): LocalMinute {
    return this.#workAt(day, 1) - 1;
  }

  /** The end of the last counting minute of a working day; of a rest day that of the next working day. */
  endOfWork(day: number): LocalMinute {
    return this.#workAt(day, Number.POSITIVE_INFINITY);
  }

  /** Whether citizens are received at this minute (may be true on a Saturday morning that counts for no deadline). */
  receivesAt(minute: LocalMinute): boolean {
    const i = this.#indexOf(Math.floor(minute / MINUTES_A_DAY));
    return this.#t.receives[this.#t.typeOf[i]! * TABLE + (minute % MINUTES_A_DAY)] === 1;
  }

  /** The entries that make a day differ from the usual hours, lowest layer first; the last one has the last word. */
  entriesOf(day: number): readonly CalendarEntry[] {
    return this.#entriesOf(day);
  }

  /**
   * When a dossier accepted complete at `start` is due. Working terms run minute by minute from the next working minute;
   * same-day ends with the work of that day when accepted before the cutoff, else of the next working day; calendar
   * days end with the work of the last day, moved to the next working day when it is a rest day (BLDS 2015, Điều 148).
   */
  dueAt(start: LocalMinute, term: Term): LocalMinute {
    const day = Math.floor(start / MINUTES_A_DAY);
    if (term.unit === "same-day") {
      // On a half day the office may have closed before the cutoff.
      const inTime = start - day * MINUTES_A_DAY < minuteOfDay(term.cutoff) && start < this.endOfWork(day);
      return inTime && this.isWorkingDay(day) ? this.endOfWork(day) : this.endOfWork(this.nextWorkingDay(day));
    }
    if (term.unit === "calendar-days") return this.endOfWork(day + term.value);
    const minutesPerUnit = term.unit === "working-days" ? this.minutesPerDay : 60;
    return this.addWorkingMinutes(start, Math.ceil(term.value * minutesPerUnit));
  }

  #workedAt(minute: LocalMinute): number {
    const offset = minute - this.#origin;
    if (!(offset >= 0 && offset < this.#minutes)) throw this.#outOfRange(`local minute ${minute}`);
    const t = this.#t;
    // Integer arithmetic from here on: twice as fast.
    const whole = offset | 0;
    const i = (whole / MINUTES_A_DAY) | 0;
    return (t.cum[i]! + t.workedBefore[t.typeOf[i]! * TABLE + whole - i * MINUTES_A_DAY]!) | 0;
  }

  /** The end of the nth working minute of the range. */
  #endOfWorked(nth: number): LocalMinute {
    const t = this.#t;
    let k = t.bucket[(nth - 1) >> 8]!;
    while (t.endOf[k]! < nth) k++;
    return this.#origin + t.workDay[k]! * MINUTES_A_DAY + t.minuteAt[t.minuteBase[k]! + nth]!;
  }

  #workAt(day: number, nth: number): LocalMinute {
    const at = this.isWorkingDay(day) ? day : this.nextWorkingDay(day);
    const i = at - this.#first;
    const worked = Math.min(nth, this.#t.cum[i + 1]! - this.#t.cum[i]!);
    return at * MINUTES_A_DAY + this.#t.minuteAt[this.#t.typeOf[i]! * TABLE + worked]!;
  }

  #indexOf(day: number): number {
    const i = day - this.#first;
    if (!(i >= 0 && i < this.#t.typeOf.length)) throw this.#outOfRange(`day ${day}`);
    return i;
  }

  #outOfRange(what: string): CalendarError {
    const { from, to } = this.range;
    return new CalendarError(
      "OUT_OF_RANGE",
      `The calendar of ${from} to ${to} cannot answer for ${what}`,
      "Compile it for a wider range",
    );
  }
}

/**
 * Compiles layers (national → province → unit; later ones win by weekday and date) for the dates `from` to `to`, both
 * included. Throws INVALID_DATE or INVALID_SOURCE.
 */
export function compileCalendar(
  layers: readonly CalendarSource[],
  range: { from: LocalDate; to: LocalDate },
): OfficeCalendar {
  return new OfficeCalendar(layers, range);
}
