import type { IsoWeekday, LocalDate } from "./local-time";

/** A span of office hours, `from` included, `to` excluded, both "HH:MM". */
export interface OfficeSpan {
  from: string;
  to: string;
  /** Citizens can hand in and collect papers. */
  receives: boolean;
  /** The minutes count for deadlines. */
  counts: boolean;
}

/** Hours by weekday; a weekday left out keeps the hours of the layer below, an empty list closes it. */
type UsualHours = Partial<Record<IsoWeekday, readonly OfficeSpan[]>>;

interface EntryBase {
  date: LocalDate;
  /** Vietnamese name shown to people. */
  name: string;
  /** The law, notice or decision the entry comes from. */
  source: string;
  /** False while the entry is only widely quoted and was not read in the official text. */
  confirmed: boolean;
}

/** A day that differs from the usual hours. */
export type CalendarEntry =
  | (EntryBase & { kind: "holiday" | "compensation" | "swapped-off" })
  /** Works the usual hours of the weekday of `insteadOf`, the day that was given off for it. */
  | (EntryBase & { kind: "swapped-working"; insteadOf: LocalDate })
  /** Takes the hours before or after noon away from whatever the layers below leave of the day. */
  | (EntryBase & { kind: "local-half-day"; off: "morning" | "afternoon" });

/** One layer of a working calendar (national, province or unit); plain data, editable and storable as JSON. */
export interface CalendarSource {
  name: string;
  /** The dates for which the yearly table is complete; outside them only `usual` is known. */
  covers?: { from: LocalDate; to: LocalDate };
  usual: UsualHours;
  entries: readonly CalendarEntry[];
}
