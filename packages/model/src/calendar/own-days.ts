import type { CalendarEntry, CalendarSource } from "@gandan/calendar/calendar-source";
import { z } from "zod";
import { localDate } from "../model/model-schema";

/** How a day of a unit differs from the usual hours: no work, no work before or after noon, or work for a day given off. */
export const DAY_KINDS = ["off", "off-morning", "off-afternoon", "working"] as const;
export type DayKind = (typeof DAY_KINDS)[number];

const words = (min: number, max: number) => z.string().trim().min(min).max(max);

/** A day that a unit lays over the calendar of those above it, with the paper that says so. */
export const ownDay = z
  .object({
    date: localDate,
    kind: z.enum(DAY_KINDS),
    name: words(3, 120),
    source: words(3, 200),
    /** The day whose usual hours are worked instead; of a working day only. */
    insteadOf: localDate.nullable().default(null),
  })
  .refine(({ kind, insteadOf }) => (kind === "working") === (insteadOf !== null), { path: ["insteadOf"] });
export type OwnDay = z.infer<typeof ownDay>;

/** The days of a unit in the order of their dates. */
export const ownDays = z.object({ days: z.array(ownDay).max(400).default([]) });
export type OwnDays = z.infer<typeof ownDays>;

/** Days as the topmost layer of a calendar. */
export function layerOfDays(name: string, days: readonly OwnDay[]): CalendarSource {
  return { name, usual: {}, entries: days.map(entryOf) };
}

/** A day as an entry of a layer. */
export function entryOf({ date, kind, name, source, insteadOf }: OwnDay): CalendarEntry {
  const common = { date, name, source, confirmed: true };
  if (kind === "off") return { ...common, kind: "holiday" };
  if (kind === "working") return { ...common, kind: "swapped-working", insteadOf: insteadOf ?? date };
  return { ...common, kind: "local-half-day", off: kind === "off-morning" ? "morning" : "afternoon" };
}

/** What an entry of any layer means for the work of its day. */
export function dayKindOf(entry: CalendarEntry): DayKind {
  if (entry.kind === "swapped-working") return "working";
  if (entry.kind === "local-half-day") return entry.off === "morning" ? "off-morning" : "off-afternoon";
  return "off";
}
