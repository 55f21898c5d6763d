import { z } from "zod";
import { slug } from "../model/model-schema";

const year = z.coerce.number().int().min(2000).max(2100);

/** The round of a year; the newest published one when none is named. */
export const indexRound = z.object({ year: year.optional().catch(undefined) });
export type IndexRound = z.infer<typeof indexRound>;

/** One unit below in the round of a year. */
export const indexOfUnit = indexRound.extend({ below: z.string().min(1).max(200) });
export type IndexOfUnit = z.infer<typeof indexOfUnit>;

/**
 * What a unit enters for a leaf: 0 or 1 (yes-no), the counted value (steps), a share 0..1 (ratio, survey), or null when
 * the leaf does not apply. `seen` is when the entry that the person saw was made; null when there was none.
 */
export const enterIndex = z.object({
  frameId: z.uuid(),
  leaf: slug,
  value: z.number().min(0).max(1_000_000).nullable(),
  note: z.string().trim().max(2_000),
  seen: z.coerce.date().nullable(),
});
export type EnterIndex = z.infer<typeof enterIndex>;
