import { CalendarError } from "./calendar-error";
import type { CalendarEntry, CalendarSource, OfficeSpan } from "./calendar-source";
import { dayNumberOf, type IsoWeekday, isoWeekday, minuteOfDay } from "./local-time";

/** Office hours of one day in minutes of the day, `from` included, `to` excluded. */
export interface DaySpan {
  from: number;
  to: number;
  receives: boolean;
  counts: boolean;
}

const NOON = 720;
const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

export interface LayeredHours {
  usual: ReadonlyMap<IsoWeekday, readonly DaySpan[]>;
  /** Hours of a day number once every layer has spoken. */
  hoursOf(day: number): readonly DaySpan[];
  /** The entries that touch a day number, lowest layer first. */
  entriesOf(day: number): readonly CalendarEntry[];
}

/** Lays the layers over each other, later ones winning by weekday and by date. Throws INVALID_SOURCE or INVALID_DATE. */
export function layerHours(layers: readonly CalendarSource[]): LayeredHours {
  const usual = new Map<IsoWeekday, readonly DaySpan[]>();
  const entries = new Map<number, CalendarEntry[]>();
  for (const layer of layers) {
    for (const weekday of WEEKDAYS) {
      const spans = layer.usual[weekday];
      if (spans) usual.set(weekday, readSpans(spans, `${layer.name}, weekday ${weekday}`));
    }
    const seen = new Set<number>();
    for (const entry of layer.entries) {
      const day = dayNumberOf(entry.date);
      if (seen.has(day))
        throw new CalendarError(
          "INVALID_SOURCE",
          `${layer.name} has two entries for ${entry.date}`,
          "Keep one entry a date",
        );
      seen.add(day);
      entries.set(day, [...(entries.get(day) ?? []), entry]);
    }
  }
  const usualOf = (day: number) => usual.get(isoWeekday(day)) ?? [];
  const entriesOf = (day: number) => entries.get(day) ?? [];
  return {
    usual,
    entriesOf,
    hoursOf: (day) => entriesOf(day).reduce((hours, entry) => applyEntry(hours, entry, usualOf), usualOf(day)),
  };
}

function applyEntry(
  below: readonly DaySpan[],
  entry: CalendarEntry,
  usualOf: (day: number) => readonly DaySpan[],
): readonly DaySpan[] {
  switch (entry.kind) {
    case "swapped-working":
      return usualOf(dayNumberOf(entry.insteadOf));
    case "local-half-day":
      return below.flatMap((span) => {
        const from = entry.off === "morning" ? Math.max(span.from, NOON) : span.from;
        const to = entry.off === "afternoon" ? Math.min(span.to, NOON) : span.to;
        return from < to ? [{ ...span, from, to }] : [];
      });
    default:
      return [];
  }
}

function readSpans(spans: readonly OfficeSpan[], where: string): readonly DaySpan[] {
  const read = spans
    .map(({ from, to, receives, counts }) => ({ from: minuteOfDay(from), to: minuteOfDay(to), receives, counts }))
    .sort((a, b) => a.from - b.from);
  read.forEach((span, i) => {
    if (span.from >= span.to || span.from < (read[i - 1]?.to ?? 0))
      throw new CalendarError(
        "INVALID_SOURCE",
        `The hours of ${where} overlap or end before they begin`,
        "Give spans that follow each other",
      );
  });
  return read;
}
