import { z } from "zod";
import { localDate, slug } from "../model/model-schema";

const period = { from: localDate, to: localDate };
const ordered = ({ from, to }: { from: string; to: string }) => from <= to;
const message = "period.order";

/** A span of local days, both included; a dossier counts on the day it was received. */
export const scorePeriod = z.object(period).refine(ordered, { message });
export type ScorePeriod = z.infer<typeof scorePeriod>;

/** The dossiers behind one missed number. */
export const missedDossiers = z
  .object({ ...period, versionId: z.uuid(), ruleId: slug, page: z.coerce.number().int().min(1).default(1) })
  .refine(ordered, { message });
export type MissedDossiers = z.infer<typeof missedDossiers>;
