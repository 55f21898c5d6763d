import { z } from "zod";

/** Empty where the form has no choice. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const procedureCode = z.string().trim().min(1).max(40);
/** What the sheets are about, and where they were gathered, where that is known. */
const about = { procedure: orNull(procedureCode), pointId: orNull(z.uuid()) };

/** Sheets on paper of one form, filled in by `day`; of several days the last. */
export const openBatch = z.object({
  ...about,
  formId: z.uuid(),
  day: z.iso.date(),
  note: z.string().trim().min(2).max(200),
});
export type OpenBatch = z.infer<typeof openBatch>;

export const batchId = z.object({ batchId: z.uuid() });
export type BatchId = z.infer<typeof batchId>;

/** What is said of a batch anew. */
export const changeAbout = batchId.extend(about);
export type ChangeAbout = z.infer<typeof changeAbout>;

export const paperSheet = batchId.extend({ number: z.coerce.number().int().min(1).max(100_000) });
export type PaperSheet = z.infer<typeof paperSheet>;

/** Name and value of each field, as the page sends them. */
const fields = z.array(z.tuple([z.string().max(120), z.string().max(5000)])).max(300);

/** What one sheet is about: null as its batch, "" where it does not say. */
const ofSheet = z.string().trim().max(40).nullable().default(null);

/** `key` comes with the page, so that one that is sent twice is one sheet. */
export const typeSheet = batchId.extend({ key: z.uuid(), fields, procedure: ofSheet });
export type TypeSheet = z.infer<typeof typeSheet>;

export const typeAgain = paperSheet.extend({ fields });
export type TypeAgain = z.infer<typeof typeAgain>;

export const changeSheet = typeAgain.extend({ procedure: ofSheet });
export type ChangeSheet = z.infer<typeof changeSheet>;

/** Of answers that differ, which of the two stands on the paper. */
export const settleSheet = paperSheet.extend({ right: z.record(z.string().max(80), z.enum(["first", "second"])) });
export type SettleSheet = z.infer<typeof settleSheet>;
