import { z } from "zod";

/** Letters that are signed or checked at once. */
export const LARGEST_BATCH = 200;

const seenLetters = z
  .array(z.object({ letterId: z.uuid(), revision: z.number().int().min(1) }))
  .min(1)
  .max(LARGEST_BATCH);

/** Signs letters as they were seen, each by its revision; in which capacity follows from role or delegation. */
export const signLetters = z.object({ letters: seenLetters });
export type SignLetters = z.infer<typeof signLetters>;

/** Notes that drafts were found right as they were seen. */
export const checkLetters = z.object({ letters: seenLetters });
export type CheckLetters = z.infer<typeof checkLetters>;

/** Sends a draft back to its writer with what is to be changed. */
export const returnLetter = z.object({ letterId: z.uuid(), remark: z.string().trim().min(5).max(1_000) });
export type ReturnLetter = z.infer<typeof returnLetter>;

export const DELIVERY_WAYS = ["hand", "post", "e-mail"] as const;

/** Notes that a signed letter went out; `statedAt` when it did so earlier than it is noted, `note` who took it or the number of the post. */
export const deliverLetter = z.object({
  letterId: z.uuid(),
  how: z.enum(DELIVERY_WAYS),
  statedAt: z.iso.datetime().optional(),
  note: z.string().trim().max(300).default(""),
});
export type DeliverLetter = z.infer<typeof deliverLetter>;

/** Notes that a letter came back undelivered, and why; it waits to be sent again. */
export const takeBackLetter = z.object({ letterId: z.uuid(), reason: z.string().trim().min(5).max(300) });
export type TakeBackLetter = z.infer<typeof takeBackLetter>;

/** What was signed at once. */
export const letterBatch = z.object({ batchId: z.uuid() });
export type LetterBatch = z.infer<typeof letterBatch>;

/** How a unit signs its letters. */
export const signing = z.object({
  /** A letter is signed only when another person than its writer has checked it. */
  checkRequired: z.boolean().default(false),
});
export type Signing = z.infer<typeof signing>;

/** Saves how letters are signed as it was seen: `revision` 0 where nothing was ever set. */
export const changeSigning = z.object({ revision: z.number().int().min(0), signing });
export type ChangeSigning = z.infer<typeof changeSigning>;
