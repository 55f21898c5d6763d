import { z } from "zod";
import { localDate } from "../model/model-schema";
import { registrations } from "../model-editing/model-inputs";

const words = z.string().trim().min(1).max(500);

/** A model of the library, of a unit above or of one's own, from a day on. */
export const adoptModel = z.object({
  modelId: z.uuid(),
  from: localDate,
  ownName: words.optional(),
  basis: words.optional(),
  reference: words.optional(),
  /** Procedures registered under it; those registered before unless given. */
  registrations: registrations.optional(),
});
export type AdoptModel = z.infer<typeof adoptModel>;

/** The answer that the unit registers no model ("không đăng ký"). */
export const declineModel = z.object({ from: localDate, reason: words, reference: words.optional() });
export type DeclineModel = z.infer<typeof declineModel>;

/** All procedures registered from a day on, in place of those before. */
export const registerProcedures = z.object({ from: localDate, registrations });
export type RegisterProcedures = z.infer<typeof registerProcedures>;
