import { z } from "zod";

/** Of a unit, as the address names it. */
const slug = z.string().max(20_000);
/** What a QR code carries; anything may come that an address can hold, and is unknown then. */
const code = z.string().max(20_000);
const token = z.string().max(20_000);

export const askAtPoint = z.object({ slug, code });
export type AskAtPoint = z.infer<typeof askAtPoint>;

export const askByToken = z.object({ slug, token });
export type AskByToken = z.infer<typeof askByToken>;

/** Name and value of each field, as the page sends them. */
const fields = z.array(z.tuple([z.string().max(120), z.string().max(5000)])).max(300);

/** A sheet sent from a page: `stamp` is what the page was given, so that a sheet sent twice counts once. */
export const answerAtPoint = askAtPoint.extend({ stamp: z.string().max(500), fields });
export type AnswerAtPoint = z.infer<typeof answerAtPoint>;

export const answerByToken = askByToken.extend({ stamp: z.string().max(500), fields });
export type AnswerByToken = z.infer<typeof answerByToken>;

/** Sheets that waited on a tablet: each with a key of its own, the day on which and the time in which it was answered. */
export const answerOnTablet = askAtPoint.extend({
  sheets: z
    .array(
      z.object({
        key: z.uuid(),
        formId: z.uuid(),
        day: z.iso.date(),
        /** Minute of the day on the tablet's clock. */
        minute: z.int().min(0).max(1439),
        /** Seconds from the first touch to sending. */
        seconds: z.int().min(0).max(86_400),
        fields,
      }),
    )
    .min(1)
    .max(50),
});
export type AnswerOnTablet = z.infer<typeof answerOnTablet>;
