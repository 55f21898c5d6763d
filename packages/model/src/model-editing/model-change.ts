import { z } from "zod";
import { localDate, slug } from "../model/model-schema";

const text = z.string().trim().min(1).max(2_000);
const words = z.array(z.string().trim().min(1).max(300)).max(50);

/** One kind of change to the text of a draft; each is a form of the editor. */
export const modelChange = z.discriminatedUnion("change", [
  /** Parameters of a rule by name; null takes a parameter back to what the extended model or the kind says. */
  z.object({ change: z.literal("parameters"), rule: slug, values: z.record(z.string(), z.unknown()) }),
  z.object({
    change: z.literal("wording"),
    of: z.enum(["slogan", "commitment", "criterion", "rule"]),
    id: slug,
    text,
  }),
  z.object({ change: z.literal("measures"), of: z.enum(["commitment", "criterion"]), id: slug, ids: z.array(slug) }),
  /** Criteria or commitments that the model has; all others are left out. */
  z.object({ change: z.literal("choice"), of: z.enum(["criterion", "commitment"]), keep: z.array(slug) }),
  z.object({
    change: z.literal("task"),
    id: slug,
    from: localDate.nullable(),
    due: localDate.nullable(),
    owners: words,
    products: words,
  }),
  /** Points by score line; 0 leaves the line out. */
  z.object({ change: z.literal("points"), points: z.record(slug, z.number().min(0).max(1_000)) }),
  z.object({
    change: z.literal("basis"),
    title: text,
    summary: text.nullable(),
    issuer: text,
    document: z
      .object({
        title: text,
        number: z.string().trim().min(1).max(100).nullable(),
        date: localDate.nullable(),
      })
      .nullable(),
  }),
]);
export type ModelChange = z.infer<typeof modelChange>;
