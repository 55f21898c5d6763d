import { z } from "zod";
import { slug } from "../model/model-schema";

const text = z.string().min(1);
const points = z.number().positive();

/** How a leaf earns its points. Values of ratio and survey are shares 0..1; `zero_at` above `full_at` means less is better. */
const indexLeaf = z.discriminatedUnion("kind", [
  /** All the points or none. */
  z.strictObject({ kind: z.literal("yes-no") }),
  /** The points of the highest step that the value reaches; below the first step none. */
  z.strictObject({
    kind: z.literal("steps"),
    steps: z.array(z.strictObject({ at_least: z.number(), points: z.number().nonnegative() })).min(1),
  }),
  /** Linear between `zero_at` and `full_at`; filled from facts when `measured_by` names a rule of the yardstick in force. */
  z.strictObject({
    kind: z.literal("ratio"),
    full_at: z.number().min(0).max(1).default(1),
    zero_at: z.number().min(0).max(1).default(0),
    measured_by: z.strictObject({ yardstick: slug }).optional(),
  }),
  /** Share of satisfied answers, linear from 0 to `full_at`. */
  z.strictObject({ kind: z.literal("survey"), full_at: z.number().positive().max(1).default(1) }),
]);
export type IndexLeaf = z.infer<typeof indexLeaf>;

const node = {
  id: slug,
  /** Number in the published frame: "1.2.3". */
  code: text.optional(),
  title: text,
  points,
  note: text.optional(),
};

/** A criterion or sub-criterion: a leaf that is scored, or the sum of its children. */
export interface IndexNode {
  id: string;
  code?: string | undefined;
  title: string;
  points: number;
  note?: string | undefined;
  leaf?: IndexLeaf | undefined;
  children?: IndexNode[] | undefined;
}
const indexNode: z.ZodType<IndexNode, unknown> = z.strictObject({
  ...node,
  leaf: indexLeaf.optional(),
  get children() {
    return z.array(indexNode).min(1).optional();
  },
});

const indexClass = z.strictObject({ id: slug, title: text, from: z.number().nonnegative() });
export type IndexClass = z.infer<typeof indexClass>;

/**
 * A frame of an index such as the PAR index of communes: fields → criteria → sub-criteria with maximum points.
 * Each province and year has its own (QĐ 876/QĐ-BNV of 2022 and what followed): the frame is data.
 */
export const indexFrame = z.strictObject({
  schema: z.literal(1),
  id: slug,
  title: text,
  year: z.int().min(2000).max(2100),
  /** Level of the units that are scored: "commune". */
  level: slug,
  /** True for a frame of our own making, not a province's decision. */
  sample: z.boolean().default(false),
  note: text.optional(),
  total: points.default(100),
  /** Each from its points (of the scaled total) up to the next. */
  classes: z.array(indexClass).default([]),
  fields: z.array(z.strictObject({ ...node, criteria: z.array(indexNode).min(1) })).min(1),
});
export type IndexFrame = z.infer<typeof indexFrame>;
