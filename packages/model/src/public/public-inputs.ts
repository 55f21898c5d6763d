import { z } from "zod";

const slug = z.string().min(1).max(200);

/** The unit of a public address, which anybody may ask for. */
export const publicUnit = z.object({ slug });
export type PublicUnitInput = z.infer<typeof publicUnit>;

/** Procedures of a unit, with the words looked for. */
export const publicProcedures = z.object({ slug, q: z.string().trim().max(100).default("").catch("") });
export type PublicProcedures = z.infer<typeof publicProcedures>;

/** One procedure of a unit. */
export const publicProcedure = z.object({ slug, code: z.string().min(1).max(40) });
export type PublicProcedure = z.infer<typeof publicProcedure>;

/** A month "2026-11" of a unit's results; the running one when none, or none that was. */
export const publicResults = z.object({
  slug,
  month: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
export type PublicResults = Omit<z.infer<typeof publicResults>, "month"> & { month?: string | undefined };

/** The host of a request, to find the unit that it stands for. */
export const publicHost = z.object({ host: z.string().max(253) });
export type PublicHost = z.infer<typeof publicHost>;
