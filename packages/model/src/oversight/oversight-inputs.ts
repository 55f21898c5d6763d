import { z } from "zod";
import { localDate, slug } from "../model/model-schema";
import { documentFormat } from "../model-editing/model-inputs";

const ordered = ({ from, to }: { from: string; to: string }) => from <= to;
const message = "period.order";
const words = z.string().trim().max(100).default("");
const direction = z.enum(["up", "down"]).default("up");

/** Units of a period side by side. */
export const comparison = z
  .object({
    from: localDate,
    to: localDate,
    /** One yardstick for all, or each unit's own model. */
    measure: z.enum(["yardstick", "own"]).default("yardstick"),
    /** Counts units that went whole into a successor to it ("tính theo hiện nay"). */
    restated: z.boolean().default(false),
    /** Rule shown month by month; the first one when there is none of that id. */
    indicator: slug.optional(),
    /** "name", "points" or the id of a rule. */
    sort: slug.default("name"),
    direction,
  })
  .refine(ordered, { message });
export type ComparisonInput = z.infer<typeof comparison>;

/** One page of them. */
export const comparisonOnPage = comparison.safeExtend({ page: z.number().int().min(1).default(1) });
export type ComparisonPageInput = z.infer<typeof comparisonOnPage>;

export const registerStates = ["adopted", "declined", "silent"] as const;
export type RegisterState = (typeof registerStates)[number];

/** The register of models as it stands on a day. */
export const registerOn = z.object({
  on: localDate,
  state: z.enum(registerStates).optional(),
  words,
  sort: z.enum(["name", "model", "from", "procedures"]).default("name"),
  direction,
  /** So many rows from the start, where the rest is not shown. */
  first: z.number().int().min(1).max(100).optional(),
});
export type RegisterInput = z.infer<typeof registerOn>;

/** The register as a document. */
export const printRegister = registerOn.extend({ format: documentFormat });
export type PrintRegister = z.infer<typeof printRegister>;

/** Units that were below on some day of a period. */
export const unitsBelow = z
  .object({ from: localDate, to: localDate, words, page: z.number().int().min(1).default(1) })
  .refine(ordered, { message });
export type UnitsBelowInput = z.infer<typeof unitsBelow>;

/** One unit below, by its address; without a period the current quarter, or its last. */
export const unitBelow = z.object({
  below: z.string().min(1).max(200),
  period: z.object({ from: localDate, to: localDate }).refine(ordered, { message }).optional(),
});
export type UnitBelowInput = z.infer<typeof unitBelow>;
