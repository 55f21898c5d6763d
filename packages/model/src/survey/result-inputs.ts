import { z } from "zod";
import { localDate, slug } from "../model/model-schema";
import { RESULT_KINDS } from "./result-period";

/** Which result of a form: the period of a kind that `day` lies in, the current one without it. */
export const surveyResult = z.object({
  formId: z.uuid(),
  kind: z.enum(RESULT_KINDS).catch("quarter"),
  day: localDate.optional().catch(undefined),
  /** Shown by procedure and desk; the general one without it. */
  question: slug.optional().catch(undefined),
});
export type SurveyResultInput = z.infer<typeof surveyResult>;

/** The same for anybody, by the unit's address and the form's id in the model; its last version that took answers then. */
export const publicResult = z.object({
  slug: z.string().min(1).max(200),
  formSlug: slug.optional().catch(undefined),
  kind: z.enum(RESULT_KINDS).catch("quarter"),
  day: localDate.optional().catch(undefined),
});
export type PublicResultInput = z.infer<typeof publicResult>;

/** Free texts that wait for somebody to look whether they name anyone, as they stand in the address. */
export const listTexts = z.object({
  state: z.enum(["waiting", "shown", "hidden"]).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListTexts = z.infer<typeof listTexts>;

export const HIDE_REASONS = [
  "names-citizen",
  "names-officer",
  "personal-data",
  "insult",
  "denunciation",
  "empty",
] as const;

/** What the screener decides: shown as it stands, or hidden for a reason. A decision may be changed. */
export const screenText = z.discriminatedUnion("decision", [
  z.object({ textId: z.uuid(), decision: z.literal("shown") }),
  z.object({ textId: z.uuid(), decision: z.literal("hidden"), reason: z.enum(HIDE_REASONS) }),
  z.object({ textId: z.uuid(), decision: z.literal("waiting") }),
]);
export type ScreenText = z.infer<typeof screenText>;

/** Progress of quotas: the period that `day` lies in. */
export const surveyProgress = z.object({
  kind: z.enum(["month", "quarter", "half-year", "year"]).catch("quarter"),
  day: localDate.optional().catch(undefined),
});
export type SurveyProgressInput = z.infer<typeof surveyProgress>;

/** What citizens say in the units below, in a period of the calendar. */
export const resultsBelow = z.object({
  kind: z.enum(["month", "quarter", "half-year", "year"]).catch("quarter"),
  day: localDate.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ResultsBelowInput = z.infer<typeof resultsBelow>;
