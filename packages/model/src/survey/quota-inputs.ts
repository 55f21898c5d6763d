import { z } from "zod";
import { localDate } from "../model/model-schema";

/** How a unit stands to the quota of a quarter; `none`: no dossier was finished, or no quota is set. */
export const QUOTA_STATES = ["reached", "short", "none", "uncounted"] as const;
export type QuotaState = (typeof QUOTA_STATES)[number];

export const QUOTA_SORTS = ["name", "dossiers", "sheets", "needed", "lacking"] as const;
export type QuotaSort = (typeof QUOTA_SORTS)[number];

/** Quotas of the units below, as the address says: the quarter that `day` lies in, filtered and in an order. */
export const quotasBelow = z.object({
  day: localDate.optional().catch(undefined),
  state: z.enum(["all", ...QUOTA_STATES]).catch("all"),
  /** Words of the name or the beginning of the code, accents or not. */
  q: z.string().trim().max(100).catch(""),
  sort: z.enum(QUOTA_SORTS).catch("name"),
  direction: z.enum(["up", "down"]).catch("up"),
  /** Null for all units, as a file has them. */
  page: z.coerce.number().int().min(1).max(10_000).nullable().catch(1).default(1),
});
export type QuotasBelowInput = z.infer<typeof quotasBelow>;
