import { z } from "zod";
import { readAccent } from "./accent-colour";
import { RECEPTION_WEEKS, readExtraDays } from "./reception-days";

const short = (max: number) => z.string().trim().max(max);
const phone = z
  .string()
  .trim()
  .regex(/^(?:\+?[\d .()-]{3,30})?$/);
const clock = z
  .string()
  .trim()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** A leader whom citizens can call. */
export interface Leader {
  name: string;
  title: string;
  phone: string;
}

const MOST_LEADERS = 12;
const LEADER_PHONE = /^\+?[\d .()-]{3,30}$/;

/**
 * Leaders as they are typed, one a line: "Nguyễn Văn A, Chủ tịch UBND, 0233 3852 123"; the telephone may be left out.
 * Null when a line cannot be read so, or when there are too many.
 */
export function readLeaders(text: string): Leader[] | null {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_LEADERS) return null;
  const leaders: Leader[] = [];
  for (const line of lines) {
    const [name = "", title = "", phone = "", ...more] = line.split(",").map((part) => part.trim());
    if (!name || !title || more.length > 0 || name.length > 80 || title.length > 80) return null;
    if (phone && !LEADER_PHONE.test(phone)) return null;
    leaders.push({ name, title, phone });
  }
  return leaders;
}

/** How a unit shows itself to citizens, all as typed. What is left empty is left out of the pages. */
export const publicFace = z.object({
  /** Called at any hour on what officers do. */
  hotline: phone.default(""),
  hotlineWho: short(80).default(""),
  address: short(200).default(""),
  email: z.union([z.literal(""), z.email().max(200)]).default(""),
  leaders: short(2000)
    .refine((text) => readLeaders(text) !== null)
    .default(""),
  /** ISO weekday on which the chairman receives citizens. */
  receptionWeekday: z.enum(["1", "2", "3", "4", "5", "6"]).default("1"),
  /** Which of them in a month. */
  receptionWeeks: z.enum(RECEPTION_WEEKS).default("1,3"),
  receptionFrom: clock.default("07:30"),
  receptionTo: clock.default("11:00"),
  receptionWho: short(80).default(""),
  receptionPlace: short(200).default(""),
  /** Days besides, one a line: "15/12/2026 14:00 - 16:30 Phó Chủ tịch UBND". */
  receptionExtra: short(2000)
    .refine((text) => readExtraDays(text) !== null)
    .default(""),
  /** Colour of links and buttons, "#0b5557"; empty for the usual one. */
  accent: short(7)
    .toLowerCase()
    .refine((text) => text === "" || readAccent(text).colours !== null)
    .default(""),
});
export type PublicFace = z.infer<typeof publicFace>;

const face = publicFace.refine(({ receptionFrom, receptionTo }) => receptionFrom < receptionTo, {
  path: ["receptionTo"],
});

/** Saves the face as it was seen: `revision` 0 where nothing was ever set. */
export const changePublicFace = z.object({ revision: z.number().int().min(0), face });
export type ChangePublicFace = z.infer<typeof changePublicFace>;

/** A picture before the unit's name, or none. */
export const MAX_SEAL_KB = 300;
export const MAX_SEAL_PIXELS = 1200;
export const changeSeal = z.object({ file: z.instanceof(Uint8Array).nullable() });
export type ChangeSeal = z.infer<typeof changeSeal>;

/** A name by which citizens reach the unit: labels and dots alone, no address by numbers. */
export const hostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?!(?:\d+\.)+\d+$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/);
export const unitHost = z.object({ host: hostName });
export type UnitHost = z.infer<typeof unitHost>;

/** The catalogue with what a unit tells of its procedures, or those meant by words. */
export const findGuides = z.object({ q: short(100).default("").catch("") });
export type FindGuides = z.infer<typeof findGuides>;

/** What a unit tells of a procedure beside the catalogue; without words nothing is kept. */
export const changeGuide = z.object({
  code: z.string().min(1).max(40),
  revision: z.number().int().min(0),
  papers: short(4000),
  fee: short(200),
  note: short(1000),
});
export type ChangeGuide = z.infer<typeof changeGuide>;
