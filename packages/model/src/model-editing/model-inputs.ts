import { z } from "zod";
import { localDate, slug } from "../model/model-schema";
import { modelChange } from "./model-change";

const MAX_YAML = 400_000;
const modelId = z.uuid();
const versionId = z.uuid();
/** SHA-256 of the text that was edited: an edit of another state is refused. */
const checksum = z.string().regex(/^[0-9a-f]{64}$/);
const yaml = z.string().min(1).max(MAX_YAML);

export const oneModel = z.object({ modelId, versionId: versionId.optional() });
export type OneModel = z.infer<typeof oneModel>;
/** As what kind of file a document is wanted. */
export const documentFormat = z.enum(["pdf", "docx"]);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** The plan of a model, of one version or of the one in force. */
export const printPlan = oneModel.extend({ format: documentFormat });
export type PrintPlan = z.infer<typeof printPlan>;

export const oneVersion = z.object({ versionId });
export type OneVersion = z.infer<typeof oneVersion>;

/** From a model of the library or of a unit above a new model of one's own; from an own model its next version. */
export const createDraft = z.object({
  modelId,
  versionId: versionId.optional(),
  /** Id and title of the new model; made from the unit's name unless given. */
  id: slug.optional(),
  title: z.string().trim().min(1).max(300).optional(),
});
export type CreateDraft = z.infer<typeof createDraft>;

export const editDraft = z.object({ versionId, checksum, edit: modelChange });
export type EditDraft = z.infer<typeof editDraft>;
export const undoDraft = z.object({ versionId, checksum });
export type UndoDraft = z.infer<typeof undoDraft>;
export const replaceYaml = z.object({ versionId, checksum, yaml });
export type ReplaceYaml = z.infer<typeof replaceYaml>;
export const importYaml = z.object({ yaml });
export type ImportYaml = z.infer<typeof importYaml>;

/** Local days, both included; the last whole quarter unless given. */
export const replayDraft = z.object({ versionId, from: localDate.optional(), to: localDate.optional() });
export type ReplayDraft = z.infer<typeof replayDraft>;

export const registrations = z
  .array(z.object({ code: z.string().min(1).max(40), mode: z.enum(["same-day", "no-friday-carry-over"]) }))
  .max(2_000);

export const publishDraft = z.object({
  versionId,
  checksum,
  effectiveFrom: localDate,
  basis: z.string().trim().min(1).max(500).optional(),
  /** Procedures registered under the model from then on; those registered before unless given. */
  registrations: registrations.optional(),
});
export type PublishDraft = z.infer<typeof publishDraft>;

export const diffVersions = z.object({ before: versionId, after: versionId });
export type DiffVersions = z.infer<typeof diffVersions>;
