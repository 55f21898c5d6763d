import { z } from "zod";

/** How a citizen is addressed; a family is addressed in condolence and congratulation. */
export const HONORIFICS = ["Ông/Bà", "Ông", "Bà", "Anh", "Chị", "Gia đình"] as const;

/** What a letter of apology says (plan 002, II.2.2; form 04): the cause, the new date, who is responsible, the remedy. */
export const letterContent = z.object({
  honorific: z.enum(HONORIFICS),
  /** Name of the person or the organisation. */
  addressee: z.string().trim().min(2).max(200),
  /** A sentence or two, in the unit's own words. */
  cause: z.string().trim().min(10).max(1_000),
  /** The new appointment, UTC instant. */
  newDueAt: z.iso.datetime(),
  responsible: z.string().trim().min(2).max(200),
  remedy: z.string().trim().max(1_000).default(""),
});
export type LetterContent = z.infer<typeof letterContent>;

/** Drafts the apology of a dossier, or changes the draft of `revision`. */
export const draftLetter = z.object({
  dossierId: z.uuid(),
  revision: z.number().int().min(0),
  content: letterContent,
});
export type DraftLetter = z.infer<typeof draftLetter>;

export const letterOfDossier = z.object({ dossierId: z.uuid() });
export type LetterOfDossier = z.infer<typeof letterOfDossier>;

export const letterId = z.object({ letterId: z.uuid() });
export type LetterId = z.infer<typeof letterId>;

/** Letters by where they stand, as the address of the list says it. */
export const LETTER_STATES = ["drafted", "checked", "returned", "signed", "delivered", "withdrawn"] as const;
export const listLetters = z.object({
  state: z.enum(LETTER_STATES).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListLetters = z.infer<typeof listLetters>;

/** What stands behind the code of a letter: unit and proof. */
export const verifyLetter = z.object({ slug: z.string().min(1).max(200), proof: z.string().regex(/^[0-9a-f]{32}$/) });
export type VerifyLetter = z.infer<typeof verifyLetter>;
