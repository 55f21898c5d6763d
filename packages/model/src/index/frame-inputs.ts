import { z } from "zod";

const frameId = z.uuid();
const yaml = z.string().min(1).max(400_000);
/** SHA-256 of the text that was seen: a change of another state is refused. */
const checksum = z.string().regex(/^[0-9a-f]{64}$/);

/** A draft for a year, from the sample of the library or from a frame of the unit or of one above. */
export const startFrame = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  from: z.union([z.literal("sample"), frameId]),
});
export type StartFrame = z.infer<typeof startFrame>;

/** A frame written elsewhere; its year stands in the text. */
export const importFrame = z.object({ yaml });
export type ImportFrame = z.infer<typeof importFrame>;

export const saveFrame = z.object({ frameId, checksum, yaml });
export type SaveFrame = z.infer<typeof saveFrame>;
export const publishFrame = z.object({ frameId, checksum });
export type PublishFrame = z.infer<typeof publishFrame>;
export const oneFrame = z.object({ frameId });
export type OneFrame = z.infer<typeof oneFrame>;
