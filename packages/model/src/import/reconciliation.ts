import { z } from "zod";
import { personEntry } from "../dossier/dossier-event";
import { importId } from "./import-inputs";

/** How a dossier of a file stands to what the unit has. */
export const matchKind = z.enum(["contradicting", "changed", "missing", "new", "unchanged"]);
export type MatchKind = z.infer<typeof matchKind>;

/** Why an entry differs. The first two are taken over; of the others somebody chooses, and until then ours stands. */
const WHYS = ["added", "moved", "by-hand", "gone", "reopened", "ended-otherwise", "backwards"] as const;
export type Why = (typeof WHYS)[number];

/** Entries of a person, which are no events. */
export const personEntries = personEntry.options;

/** Whose word stands. */
export const side = z.enum(["ours", "file"]);
export type Side = z.infer<typeof side>;

/** Filters of the reconciliation as the address gives them. */
export const readReconciliation = importId.extend({
  kind: matchKind.optional().catch(undefined),
  why: z.enum(WHYS).optional().catch(undefined),
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ReadReconciliation = z.infer<typeof readReconciliation>;

export const exportReconciliation = readReconciliation.omit({ page: true }).extend({
  /** The most dossiers that one file holds; a longer list is to be narrowed first. */
  most: z.number().int().min(1).max(100_000),
});
export type ExportReconciliation = z.infer<typeof exportReconciliation>;

/** Whose word stands in one contradiction, in all of a dossier, or in all of the file. */
export const chooseSide = importId.extend({
  side,
  dossierId: z.uuid().optional(),
  place: z.number().int().min(1).optional(),
  /** All of one kind only. */
  why: z.enum(WHYS).optional(),
});
export type ChooseSide = z.infer<typeof chooseSide>;
