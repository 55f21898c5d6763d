import { z } from "zod";
import { localDate } from "../model/model-schema";

const applicationId = z.uuid();

/** A published version of a yardstick for all units below from a day on, by a document. */
export const applyYardstick = z.object({
  versionId: z.uuid(),
  from: localDate,
  basis: z.string().trim().min(1).max(500),
});
export type ApplyYardstick = z.infer<typeof applyYardstick>;

/** The last day on which an application holds. */
export const endYardstick = z.object({ applicationId, lastDay: localDate });
export type EndYardstick = z.infer<typeof endYardstick>;

export const oneApplication = z.object({ applicationId });
export type OneApplication = z.infer<typeof oneApplication>;
