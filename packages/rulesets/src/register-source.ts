import { documentRef, slug } from "@gandan/model/model/model-schema";
import { z } from "zod";

const text = z.string().min(1);

/** A unit's answer to the question which model it takes (plan 190/KH-UBND of Phước Long, annexes). */
const registerEntry = z.strictObject({
  /** Line of its annex; offices and communes are counted apart. */
  no: z.int().positive(),
  kind: z.enum(["office", "commune"]),
  unit: text,
  /** National code of a commune, valid on the day the register takes effect. */
  unit_code: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  /** Model of the library; null when the unit declined. */
  model: slug.nullable(),
  /** Name under which the unit runs it. */
  own_name: text.optional(),
  /** The words in which it declined. */
  declined: text.optional(),
  reply: z
    .strictObject({ type: z.enum(["Báo cáo", "Công văn"]), number: text, date: z.iso.date(), note: text.optional() })
    .optional(),
  procedures: z.array(z.strictObject({ code: text, name: text, field: text.optional() })),
});

export const registerSource = z.strictObject({
  schema: z.literal(1),
  id: slug,
  title: text,
  above: z.strictObject({ name: text, province: text, district_code: text, province_code: text }),
  document: documentRef,
  /** What every procedure of the register is registered for. */
  modes: z.array(z.enum(["same-day", "no-friday-carry-over"])).min(1),
  effective: z.strictObject({ from: z.iso.date(), to: z.iso.date().optional() }),
  entries: z.array(registerEntry).min(1),
});
export type RegisterSource = z.infer<typeof registerSource>;
