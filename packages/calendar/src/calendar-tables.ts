import { CalendarError } from "./calendar-error";
import type { DaySpan, LayeredHours } from "./day-hours";
import { MINUTES_A_DAY } from "./local-time";

/** Entries a day type has in each minute table: minutes 0 … 1440. */
export const TABLE = MINUTES_A_DAY + 1;

/** Integer tables; `i` is a day of the range, `k` a working day of it, a minute table has `TABLE` entries for each day type. */
export interface CalendarTables {
  /** Working minutes before day `i`, one entry more than days. */
  cum: Int32Array;
  typeOf: Uint16Array;
  /** By type and minute of the day: counting minutes before it. */
  workedBefore: Int16Array;
  /** By type and n: the minute of the day at which n counting minutes have passed. */
  minuteAt: Int16Array;
  /** By type and minute of the day: 1 where citizens are received. */
  receives: Uint8Array;
  /** Index `i` of the k-th working day. */
  workDay: Int32Array;
  /** Working days before day `i`, one entry more than days. */
  workDaysUntil: Int32Array;
  /** Working minutes at the end of the k-th working day. */
  endOf: Int32Array;
  /** By k: what to add to a count of working minutes since the range began to find its place in `minuteAt`. */
  minuteBase: Int32Array;
  /** By working minute / 256: the first working day that can hold it. */
  bucket: Int32Array;
  total: number;
  minutesPerDay: number;
}

/** Lays the hours of days `first` to `last` (day numbers) into tables. Throws INVALID_SOURCE. */
export function compileTables(hours: LayeredHours, first: number, last: number): CalendarTables {
  const minutesPerDay = Math.max(0, ...[...hours.usual.values()].map(countedMinutes));
  if (minutesPerDay === 0 || last < first)
    throw new CalendarError(
      "INVALID_SOURCE",
      "The calendar has no working time",
      "Give a layer with counting hours and a range that does not end before it begins",
    );
  const days = last - first + 1;
  const types = new Map<string, { id: number; spans: readonly DaySpan[]; minutes: number }>();
  const typeOf = new Uint16Array(days);
  const cum = new Int32Array(days + 1);
  const workDaysUntil = new Int32Array(days + 1);
  const workDay: number[] = [];
  for (let i = 0; i < days; i++) {
    const spans = hours.hoursOf(first + i);
    const key = JSON.stringify(spans);
    const type = types.get(key) ?? { id: types.size, spans, minutes: countedMinutes(spans) };
    types.set(key, type);
    typeOf[i] = type.id;
    cum[i + 1] = cum[i]! + type.minutes;
    if (type.minutes > 0) workDay.push(i);
    workDaysUntil[i + 1] = workDay.length;
  }
  const endOf = Int32Array.from(workDay, (i) => cum[i + 1]!);
  const total = cum[days]!;
  return {
    ...minuteTables([...types.values()].map((type) => type.spans)),
    cum,
    typeOf,
    workDay: Int32Array.from(workDay),
    workDaysUntil,
    endOf,
    minuteBase: Int32Array.from(workDay, (i) => typeOf[i]! * TABLE - cum[i]!),
    bucket: bucketsOf(endOf, total),
    total,
    minutesPerDay,
  };
}

function countedMinutes(spans: readonly DaySpan[]): number {
  return spans.reduce((sum, span) => sum + (span.counts ? span.to - span.from : 0), 0);
}

function minuteTables(
  types: readonly (readonly DaySpan[])[],
): Pick<CalendarTables, "workedBefore" | "minuteAt" | "receives"> {
  const workedBefore = new Int16Array(types.length * TABLE);
  const minuteAt = new Int16Array(types.length * TABLE);
  const receives = new Uint8Array(types.length * TABLE);
  types.forEach((spans, type) => {
    const base = type * TABLE;
    let worked = 0;
    for (let minute = 0; minute < MINUTES_A_DAY; minute++) {
      workedBefore[base + minute] = worked;
      const span = spans.find(({ from, to }) => from <= minute && minute < to);
      if (span?.receives) receives[base + minute] = 1;
      if (span?.counts) minuteAt[base + ++worked] = minute + 1;
    }
    workedBefore[base + MINUTES_A_DAY] = worked;
  });
  return { workedBefore, minuteAt, receives };
}

function bucketsOf(endOf: Int32Array, total: number): Int32Array {
  const bucket = new Int32Array((total >> 8) + 1);
  for (let q = 0, k = 0; q < bucket.length; q++) {
    while (k < endOf.length && endOf[k]! < q * 256 + 1) k++;
    bucket[q] = k;
  }
  return bucket;
}
