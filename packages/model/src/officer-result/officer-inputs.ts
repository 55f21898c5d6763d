import { z } from "zod";

/** What a chairman may decide about an officer (plan 004, III.6.b: to consider, and to put right). */
export const MEASURES = ["none", "remind", "train", "workload", "procedure", "rating", "other"] as const;
export type Measure = (typeof MEASURES)[number];

const text = z.string().trim().min(10).max(2000);

const quarter = z
  .string()
  .regex(/^\d{4}-(01|04|07|10)-01$/)
  .optional()
  .catch(undefined);

/** A quarter by its first day; without one the latest that was counted. */
export const listOfficerResults = z.object({ quarter });
export type ListOfficerResults = z.infer<typeof listOfficerResults>;

export const officerResultId = z.object({ resultId: z.uuid() });
export type OfficerResultId = z.infer<typeof officerResultId>;

/** The chairman passes a result on to the officer, who may reply until a day. */
export const informOfficer = officerResultId.extend({ replyBy: z.iso.date(), text: z.string().trim().max(2000) });
export type InformOfficer = z.infer<typeof informOfficer>;

/** The officer's word; `onPaper` when another types in what was handed over on paper. */
export const replyToResult = officerResultId.extend({ text, onPaper: z.boolean() });
export type ReplyToResult = z.infer<typeof replyToResult>;

export const decideOnOfficer = officerResultId.extend({ measure: z.enum(MEASURES), text });
export type DecideOnOfficer = z.infer<typeof decideOnOfficer>;

/** What came of the measure; or why a closed result is taken up again. */
export const closeOfficerResult = officerResultId.extend({ text });
export type CloseOfficerResult = z.infer<typeof closeOfficerResult>;

/** The counts of the units below in a quarter; without one the last that is over. */
export const officersBelow = z.object({ quarter, page: z.coerce.number().int().min(1).max(10_000).catch(1) });
export type OfficersBelowInput = z.infer<typeof officersBelow>;

const written = z.string().trim().min(1).max(300);

/** Names of officers as dossiers write them; `unknown`: those that lead to no account. */
export const listOfficerNames = z.object({
  show: z.enum(["unknown", "given", "all"]).catch("unknown"),
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListOfficerNames = z.infer<typeof listOfficerNames>;

/** Says whose name it is. */
export const linkOfficerName = z.object({ written, staffId: z.uuid() });
export type LinkOfficerName = z.infer<typeof linkOfficerName>;

/** Takes back what was said by hand. */
export const unlinkOfficerName = z.object({ written });
export type UnlinkOfficerName = z.infer<typeof unlinkOfficerName>;
