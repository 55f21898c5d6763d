import { z } from "zod";
import { kindName } from "./kind-inputs";
import { letterContent } from "./letter-content";

/**
 * Begins a letter of a kind about a dossier, or changes the draft of `revision` (0 for none). A letter about no dossier is
 * named by an id that its form brings, so that a form sent twice is one letter. `newest` writes it by the text in force.
 */
export const draftLetter = z.object({
  letterId: z.uuid().optional(),
  kind: kindName.default("apology"),
  dossierId: z.uuid().nullable().default(null),
  revision: z.number().int().min(0),
  content: letterContent,
  newest: z.boolean().default(false),
});
export type DraftLetter = z.input<typeof draftLetter>;

/** What the form of a new letter begins with. */
export const beginLetter = z.object({ kind: kindName, dossierId: z.uuid().nullable().default(null) });
export type BeginLetter = z.infer<typeof beginLetter>;

export const lettersOfDossier = z.object({ dossierId: z.uuid() });
export type LettersOfDossier = z.infer<typeof lettersOfDossier>;

export const letterId = z.object({ letterId: z.uuid() });
export type LetterId = z.infer<typeof letterId>;

/** Letters by where they stand, as the address of the list says it. */
export const LETTER_STATES = ["drafted", "checked", "returned", "signed", "delivered", "withdrawn"] as const;
export const listLetters = z.object({
  state: z.enum(LETTER_STATES).optional().catch(undefined),
  kind: kindName.optional().catch(undefined),
  /** Words of the addressee or the code, without accents too. */
  q: z.string().trim().max(100).default("").catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListLetters = Omit<z.infer<typeof listLetters>, "q"> & { q?: string };

/** What stands behind the code of a letter: unit and proof. */
export const verifyLetter = z.object({ slug: z.string().min(1).max(200), proof: z.string().regex(/^[0-9a-f]{32}$/) });
export type VerifyLetter = z.infer<typeof verifyLetter>;
