import { z } from "zod";
import { localDate } from "../model/model-schema";
import { ownDay } from "./own-days";

/** The calendar of a year; of this one unless named. */
export const readCalendar = z.object({ year: z.coerce.number().int().min(2023).max(2100).optional() });
export type ReadCalendar = z.infer<typeof readCalendar>;

/** Adds a day to the calendar as it was seen: `revision` 0 where the unit never had days of its own. */
export const addDay = z.object({ revision: z.coerce.number().int().min(0), day: ownDay });
export type AddDay = z.infer<typeof addDay>;

/** Takes a day of the unit's own out again. */
export const dropDay = z.object({ revision: z.coerce.number().int().min(0), date: localDate });
export type DropDay = z.infer<typeof dropDay>;
