import { z } from "zod";

/** How a letter addresses whom it is for; a family in condolence and congratulation, an office by its name. */
export const HONORIFICS = ["Ông/Bà", "Ông", "Bà", "Anh", "Chị", "Anh chị", "Gia đình", "Quý đơn vị"] as const;
export type Honorific = (typeof HONORIFICS)[number];

const line = z.string().trim().max(200);
const words = z.string().trim().max(1_000);

/**
 * What a letter tells beyond what is known of its dossier. A draft made by an event does not know everything yet: what a
 * letter needs its text says, and what is missing is named before it is signed.
 */
export const letterContent = z.object({
  honorific: z.enum(HONORIFICS).default("Ông/Bà"),
  /** Name of the person, the family or the organisation. */
  addressee: line.default(""),
  /** An entry of the unit's list of causes. */
  causeId: z.string().max(64).optional(),
  /** That entry in the words it had when the letter was written. */
  causeTitle: line.optional(),
  /** Why it is late, or more about it, in words that the citizen understands (plan 002, II.2.2; form 04). */
  cause: words.optional(),
  /** The new appointment, UTC instant. */
  newDueAt: z.iso.datetime().optional(),
  responsible: line.optional(),
  /** The part of the office that is responsible. */
  office: line.optional(),
  remedy: words.optional(),
  child: line.optional(),
  /** Local dates. */
  bornOn: z.iso.date().optional(),
  groom: line.optional(),
  bride: line.optional(),
  /** With form of address: "cụ Nguyễn Văn A". */
  deceased: line.optional(),
  diedOn: z.iso.date().optional(),
  /** What is thanked for, or what the letter is about. */
  deed: words.optional(),
  /** A passage of its own. */
  words: words.optional(),
});
export type LetterContent = z.infer<typeof letterContent>;

/** The cause of an apology: the entry of the list and the words beside it. */
export function causeOf({ causeTitle, cause }: LetterContent): string {
  return [causeTitle?.replace(/\.$/, ""), cause].filter(Boolean).join(". ");
}

/** How a letter names whom it addresses within a sentence. */
export function addressWithin(honorific: Honorific): string {
  return honorific === "Gia đình" || honorific === "Anh chị" ? honorific.toLowerCase() : honorific;
}
