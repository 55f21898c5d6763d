import { z } from "zod";
import { DOSSIER_GROUPS } from "../dossier/dossier-group";
import { LETTER_DRAFTING, LETTER_OCCASIONS, LETTER_TONES } from "./letter-kinds";

/** A kind of letter by its name: lower-case words joined by hyphens. */
export const kindName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** Working time before an appointment: "4 working-hours", "1 working-days". */
const lead = z.string().regex(/^(?!0+(\.0)? )\d{1,3}(\.[05])? working-(hours|days)$/);

export const letterKindOf = z.object({ kind: kindName });
export type LetterKindOf = z.infer<typeof letterKindOf>;

/** A kind of the unit's own: `kind` null adds one. */
export const saveKind = z.object({
  kind: kindName.nullable(),
  title: z.string().trim().min(3).max(80),
  tone: z.enum(LETTER_TONES).exclude(["apology"]),
  occasion: z.enum(LETTER_OCCASIONS).exclude(["late"]),
  groups: z.array(z.enum(DOSSIER_GROUPS)).max(DOSSIER_GROUPS.length).default([]),
  drafting: z.enum(LETTER_DRAFTING),
});
export type SaveKind = z.infer<typeof saveKind>;

/** When letters of a kind that comes with the system are drafted; `lead` null is as the model reminds. */
export const setDrafting = z.object({
  kind: kindName,
  drafting: z.enum(LETTER_DRAFTING),
  lead: lead.nullable().default(null),
});
export type SetDrafting = z.infer<typeof setDrafting>;

/** Ends a kind of the unit's own, or takes it up again. */
export const endKind = z.object({ kind: kindName, ended: z.boolean() });
export type EndKind = z.infer<typeof endKind>;

export const TEXT_LIMIT = 8_000;
const source = z.string().max(TEXT_LIMIT);
const version = z.number().int().min(0);

/** Saves a text as a new version; `seen` is the version that was changed. */
export const saveText = z.object({ kind: kindName, seen: version, source });
export type SaveText = z.infer<typeof saveText>;

/** Takes an older version up again as a new one; 0 is the delivered text. */
export const restoreText = z.object({ kind: kindName, seen: version, version });
export type RestoreText = z.infer<typeof restoreText>;

/** A text with the data of a real dossier, before it is saved; without one with the newest that fits. */
export const previewText = z.object({ kind: kindName, source, externalCode: z.string().trim().max(100).default("") });
export type PreviewText = z.infer<typeof previewText>;

/** A cause of delay by its id. */
const causeId = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** A cause of the unit's list: `cause` null adds one. */
export const saveCause = z.object({ cause: causeId.nullable(), title: z.string().trim().min(10).max(200) });
export type SaveCause = z.infer<typeof saveCause>;

/** Ends a cause, so that forms no longer offer it, or takes it up again. */
export const endCause = z.object({ cause: causeId, ended: z.boolean() });
export type EndCause = z.infer<typeof endCause>;

/** Moves a cause one place up or down among those in use. */
export const moveCause = z.object({ cause: causeId, up: z.boolean() });
export type MoveCause = z.infer<typeof moveCause>;
