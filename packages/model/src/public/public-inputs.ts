import { z } from "zod";

/** The unit of a public address, which anybody may ask for. */
export const publicUnit = z.object({ slug: z.string().min(1).max(200) });
export type PublicUnitInput = z.infer<typeof publicUnit>;
