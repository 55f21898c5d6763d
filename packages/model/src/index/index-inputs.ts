import { z } from "zod";
import { slug } from "../model/model-schema";

const year = z.coerce.number().int().min(2000).max(2100);

/** The round of a year; the newest published one when none is named. */
export const indexRound = z.object({ year: year.optional().catch(undefined) });
export type IndexRound = z.infer<typeof indexRound>;

/** As the class of a filter: units without a total. */
export const NOT_HANDED_IN = "not-handed-in";

/** The ranking of a round, as its address asks for it; what makes no sense in an address is left out. */
export const indexRanking = indexRound.extend({
  /** Part of a name or code; marks and case do not matter. */
  words: z.string().trim().max(100).optional().catch(undefined),
  /** Id of a class of the frame, or {@link NOT_HANDED_IN}. */
  reached: slug.optional().catch(undefined),
  /** "rank", "name", "total", "self", "answered", or the id of a field. */
  sort: slug.default("rank").catch("rank"),
  direction: z.enum(["up", "down"]).default("up").catch("up"),
  /** From 1; null for all rows at once. */
  page: z.coerce.number().int().min(1).max(10_000).nullable().default(1).catch(1),
});
export type IndexRankingInput = z.infer<typeof indexRanking>;

/** One unit below in the round of a year. */
export const indexOfUnit = indexRound.extend({ below: z.string().min(1).max(200) });
export type IndexOfUnit = z.infer<typeof indexOfUnit>;

const MAX_LEAVES = 300;
const text = z.string().trim().max(2_000);

/**
 * What a unit enters for leaves: 0 or 1 (yes-no), the counted value (steps), a share 0..1 (ratio, survey), "left-out"
 * when the leaf does not apply, or null when nothing is written. `seen` is when the entry that the person saw was made;
 * null when there was none.
 */
export const enterIndex = z.object({
  frameId: z.uuid(),
  leaves: z
    .array(
      z.object({
        leaf: slug,
        value: z.number().min(0).max(1_000_000).or(z.literal("left-out")).nullable(),
        note: text,
        seen: z.coerce.date().nullable(),
      }),
    )
    .min(1)
    .max(MAX_LEAVES),
});
export type EnterIndex = z.infer<typeof enterIndex>;

/**
 * What an office above gives to leaves of a unit below: points, "left-out" when the leaf does not apply, or null when
 * nothing is written. `self` are the points of the self-score that the person saw, null for none; `seen` is when the
 * appraisal that the person saw was made, null when there was none.
 */
export const appraiseIndex = indexOfUnit.extend({
  leaves: z
    .array(
      z.object({
        leaf: slug,
        points: z.number().min(0).max(1_000_000).or(z.literal("left-out")).nullable(),
        reason: text,
        self: z.number().nullable(),
        seen: z.coerce.date().nullable(),
      }),
    )
    .min(1)
    .max(MAX_LEAVES),
});
export type AppraiseIndex = z.infer<typeof appraiseIndex>;

/** Why a leaf was not taken: `key` names the sentence in the i18n area `error`. */
export interface LeafProblem {
  leaf: string;
  key: string;
  details: Record<string, string | number>;
}

/** Either all leaves were saved, those that had changed, or none was. */
export type LeavesSaved = { saved: string[] } | { problems: LeafProblem[] };
