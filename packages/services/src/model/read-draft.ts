import { authorize, mayDo } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelProblem } from "@gandan/model/model/model-problem";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { type DescribedModel, describeModel } from "@gandan/model/model-editing/describe-model";
import type { OneModel, OneVersion } from "@gandan/model/model-editing/model-inputs";
import type { TransactionSql } from "postgres";
import { checkText, dayOf } from "./check-text";
import { type DraftBase, draftBase } from "./draft-base";
import { unitNameOf } from "./read-model";
import { type ExtendedVersion, findModel, findVersion, findVersions, inForce, type ModelHead } from "./visible-models";

export interface ReadDraft {
  model: ModelHead;
  versionId: string;
  version: number;
  checksum: string;
  yaml: string;
  updatedAt: Date;
  /** In full; as it last was without problems. */
  source: ModelSource;
  described: DescribedModel;
  problems: ModelProblem[];
  /** The model it extends, in full, and whose it is. */
  above: { source: ModelSource; ownerName: string } | null;
  /** What it came from, and all that it changes of it: the own version in force, else the model it extends. */
  base: DraftBase | null;
  mayEdit: boolean;
  mayPublish: boolean;
  /** Whether the last change can be taken back. */
  mayUndo: boolean;
}

/**
 * The draft of an own model with all that its editor shows.
 * @throws AppError FORBIDDEN, NOT_FOUND `model.notFound`, `model.noDraft`
 */
export async function readDraft(ctx: UnitCtx, input: OneModel): Promise<ReadDraft> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const today = dayOf(ctx.now);
    const model = await findModel(sql, input.modelId);
    const versions = model.unitId === ctx.unitId ? await findVersions(sql, model.id) : [];
    const draft = versions.find(({ state }) => state === "draft");
    if (!draft) throw new AppError("NOT_FOUND", "model.noDraft");
    const { loaded, above } = await checkText(sql, ctx.unitId, draft.yaml, today);
    const source = "model" in loaded ? loaded.model : draft.source;
    const base = inForce(versions, today) ?? above;
    return {
      model: { ...model, title: source.title },
      versionId: draft.id,
      version: draft.version,
      checksum: draft.checksum,
      yaml: draft.yaml,
      updatedAt: draft.updatedAt,
      source,
      described: describeModel(source, ctx.language),
      problems: "problems" in loaded ? loaded.problems : [],
      above: above ? { source: above.source, ownerName: await issuerOf(sql, above) } : null,
      base: base ? await draftBase(sql, { modelId: model.id, source }, base) : null,
      mayEdit: mayDo(ctx, "model:edit"),
      mayPublish: mayDo(ctx, "model:publish"),
      mayUndo: mayDo(ctx, "model:edit") && draft.mayUndo,
    };
  });
}

/** Who sets the floors of an extended model: the unit it belongs to; of a library model, who issued it. */
async function issuerOf(sql: TransactionSql, { unitId, source }: ExtendedVersion): Promise<string> {
  if (unitId !== OPERATOR_UNIT_ID) return unitNameOf(sql, unitId);
  return source.issued_by?.unit ?? source.title;
}

/** What keeps a draft from being published, each at its place in the text. @throws AppError FORBIDDEN, NOT_FOUND */
export async function checkDraft(
  ctx: UnitCtx,
  input: OneVersion,
): Promise<{ problems: ModelProblem[]; unmeasured: number }> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const draft = await findVersion(sql, input.versionId);
    if (draft.unitId !== ctx.unitId) throw new AppError("NOT_FOUND", "model.versionNotFound");
    const { loaded } = await checkText(sql, ctx.unitId, draft.yaml, dayOf(ctx.now));
    if ("problems" in loaded) return { problems: loaded.problems, unmeasured: 0 };
    return { problems: [], unmeasured: describeModel(loaded.model, ctx.language).unmeasured };
  });
}
