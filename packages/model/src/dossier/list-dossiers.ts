import { z } from "zod";
import { localDate } from "../model/model-schema";
import { DOSSIER_STATES } from "./dossier-facts";
import { DOSSIER_GROUPS } from "./dossier-group";

/** Lists of work at the desk, each a condition on dossiers and the present moment. */
export const DOSSIER_QUEUES = [
  "open",
  "due-today",
  "late",
  "late-no-letter",
  "finished-not-closed",
  "awaiting-citizen",
] as const;
export type DossierQueue = (typeof DOSSIER_QUEUES)[number];

/** An empty value of a form means no filter. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Filters of the list of dossiers, as they stand in the address. */
export const listDossiers = z.object({
  /** Beginning of the code, or a part of the applicant's name. */
  q: optional(z.string().trim().max(100)),
  queue: optional(z.enum(DOSSIER_QUEUES)),
  state: optional(z.enum(DOSSIER_STATES)),
  group: optional(z.enum(DOSSIER_GROUPS)),
  from: optional(localDate),
  to: optional(localDate),
  sort: z.enum(["received", "due"]).catch("received"),
  direction: z.enum(["ascending", "descending"]).catch("descending"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListDossiers = z.infer<typeof listDossiers>;

/** One dossier of the unit. */
export const dossierId = z.object({ dossierId: z.uuid() });
export type DossierId = z.infer<typeof dossierId>;
