import { z } from "zod";

/** Sheets on paper of one form, filled in by `day`; of several days the last. */
export const openBatch = z.object({
  formId: z.uuid(),
  day: z.iso.date(),
  note: z.string().trim().min(2).max(200),
});
export type OpenBatch = z.infer<typeof openBatch>;

export const batchId = z.object({ batchId: z.uuid() });
export type BatchId = z.infer<typeof batchId>;

export const paperSheet = batchId.extend({ number: z.coerce.number().int().min(1).max(100_000) });
export type PaperSheet = z.infer<typeof paperSheet>;

/** Name and value of each field, as the page sends them. */
const fields = z.array(z.tuple([z.string().max(120), z.string().max(5000)])).max(300);

/** `key` comes with the page, so that one that is sent twice is one sheet. */
export const typeSheet = batchId.extend({ key: z.uuid(), fields });
export type TypeSheet = z.infer<typeof typeSheet>;

export const changeSheet = paperSheet.extend({ fields });
export type ChangeSheet = z.infer<typeof changeSheet>;

/** Of answers that differ, which of the two stands on the paper. */
export const settleSheet = paperSheet.extend({ right: z.record(z.string().max(80), z.enum(["first", "second"])) });
export type SettleSheet = z.infer<typeof settleSheet>;
