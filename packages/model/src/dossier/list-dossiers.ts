import { z } from "zod";
import { dossierCodeOf } from "../look-up/read-slip";
import { localDate } from "../model/model-schema";
import { DOSSIER_STATES } from "./dossier-facts";
import { DOSSIER_GROUPS } from "./dossier-group";

/** Lists of work at the desk, each a condition on dossiers and the present moment. */
export const DOSSIER_QUEUES = [
  "open",
  "due-today",
  "due-soon",
  "late",
  "late-no-letter",
  "awaiting-citizen",
  "finished-not-closed",
  "same-day",
  "friday",
  "second-supplement",
] as const;
export type DossierQueue = (typeof DOSSIER_QUEUES)[number];

/** How many working hours ahead "soon" may reach; a working day has eight. */
export const SOON_HOURS = [4, 8, 16, 24, 40] as const;
export const USUAL_SOON_HOURS = 8;

export type DossierSort = "received" | "due" | "waiting" | "finished";
export type SortDirection = "ascending" | "descending";

/** An empty value of a form means no filter. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** Working hours ahead that "soon" means. */
const hours = z.coerce
  .number()
  .refine((value) => (SOON_HOURS as readonly number[]).includes(value))
  .catch(USUAL_SOON_HOURS);

/** Filters of the list of dossiers, as they stand in the address. */
export const listDossiers = z.object({
  /** Beginning of the code, or the address that a slip bears; a name with or without marks; last digits of the phone. */
  q: optional(z.string().max(300).transform(dossierCodeOf).pipe(z.string().max(100))),
  queue: optional(z.enum(DOSSIER_QUEUES)),
  hours,
  state: optional(z.enum(DOSSIER_STATES)),
  group: optional(z.enum(DOSSIER_GROUPS)),
  from: optional(localDate),
  to: optional(localDate),
  /** Left out, the order that is usual for the queue. */
  sort: optional(z.enum(["received", "due", "waiting", "finished"])).catch(undefined),
  direction: optional(z.enum(["ascending", "descending"])).catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListDossiers = z.infer<typeof listDossiers>;

/** What the counts of the queues depend on besides the moment. */
export const readQueues = z.object({ hours });
export type ReadQueues = z.infer<typeof readQueues>;

const USUAL_SORT: Partial<Record<DossierQueue, DossierSort>> = {
  "due-today": "due",
  "due-soon": "due",
  late: "due",
  "late-no-letter": "due",
  "same-day": "due",
  friday: "due",
  "awaiting-citizen": "waiting",
  "finished-not-closed": "finished",
};

/** The order of a list: what was chosen, else what a queue is worked off by, the longest wait first. */
export function orderOf({ queue, sort, direction }: Pick<ListDossiers, "queue" | "sort" | "direction">): {
  sort: DossierSort;
  direction: SortDirection;
} {
  const usual = (queue && USUAL_SORT[queue]) ?? "received";
  const chosen = sort ?? usual;
  return { sort: chosen, direction: direction ?? (chosen === "received" ? "descending" : "ascending") };
}

/** One dossier of the unit. */
export const dossierId = z.object({ dossierId: z.uuid() });
export type DossierId = z.infer<typeof dossierId>;
