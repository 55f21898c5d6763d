import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { diffModels, type ModelChange } from "@gandan/model/model/diff-models";
import type { DiffVersions, OneModel, OneVersion } from "@gandan/model/model-editing/model-inputs";
import { dayOf } from "./check-text";
import { type VersionHead, versionHeads } from "./read-model";
import { findModel, findVersion, findVersions, type ModelHead } from "./visible-models";

export interface ListedVersions {
  model: ModelHead & { own: boolean };
  /** Newest first, each with the name of who published it. */
  versions: (VersionHead & { publisher: string | null })[];
}

/** All versions of a model that the unit may see. @throws AppError FORBIDDEN, NOT_FOUND `model.notFound` */
export async function listVersions(ctx: UnitCtx, input: OneModel): Promise<ListedVersions> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const model = await findModel(sql, input.modelId);
    const versions = versionHeads(await findVersions(sql, model.id), dayOf(ctx.now));
    const names = await sql<{ id: string; name: string }[]>`
      select id::text, name from staff where id::text = any(${versions.flatMap(({ publishedBy }) => publishedBy ?? [])}::text[])`;
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return {
      model: { ...model, own: model.unitId === ctx.unitId },
      versions: versions.map((one) => ({ ...one, publisher: nameOf.get(one.publishedBy ?? "") ?? one.publishedBy })),
    };
  });
}

export interface VersionDiff {
  before: { id: string; version: number };
  after: { id: string; version: number };
  changes: ModelChange[];
}

/** What an official has to know between two versions of one model. @throws AppError FORBIDDEN, NOT_FOUND, INVALID `model.notSameModel` */
export async function diffVersions(ctx: UnitCtx, input: DiffVersions): Promise<VersionDiff> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const before = await findVersion(sql, input.before);
    const after = await findVersion(sql, input.after);
    if (before.modelId !== after.modelId) throw new AppError("INVALID", "model.notSameModel");
    return {
      before: { id: before.id, version: before.version },
      after: { id: after.id, version: after.version },
      changes: diffModels(before.source, after.source),
    };
  });
}

/** A version as its author wrote it: one YAML text. @throws AppError FORBIDDEN, NOT_FOUND `model.versionNotFound` */
export async function exportYaml(ctx: UnitCtx, input: OneVersion): Promise<{ fileName: string; yaml: string }> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { slug, version, yaml } = await findVersion(sql, input.versionId);
    return { fileName: `${slug}-v${version}.yaml`, yaml };
  });
}
