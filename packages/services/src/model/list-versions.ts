import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { DiffVersions, OneModel, OneVersion } from "@gandan/model/model-editing/model-inputs";
import { dayOf, extendedId } from "./check-text";
import { baseHead, type DraftBase, draftBase, type ModelBase } from "./draft-base";
import { type VersionHead, versionHeads } from "./read-model";
import { findExtended, findModel, findVersion, findVersions, type ModelHead } from "./visible-models";

export interface ListedVersions {
  model: ModelHead & { own: boolean };
  /** Newest first, each with the name of who published it. */
  versions: (VersionHead & { publisher: string | null })[];
  /** What the first version was made from; null when the model extends none. */
  origin: ModelBase | null;
}

/** All versions of a model that the unit may see. @throws AppError FORBIDDEN, NOT_FOUND `model.notFound` */
export async function listVersions(ctx: UnitCtx, input: OneModel): Promise<ListedVersions> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const model = await findModel(sql, input.modelId);
    const today = dayOf(ctx.now);
    const rows = await findVersions(sql, model.id);
    const versions = versionHeads(rows, today);
    const first = rows.at(-1);
    const extended = first && extendedId(first.yaml);
    const origin =
      first && extended !== undefined
        ? await findExtended(sql, model.unitId, extended, first.publishedAt ? dayOf(first.publishedAt) : today)
        : undefined;
    const names = await sql<{ id: string; name: string }[]>`
      select id::text, name from staff where id::text = any(${versions.flatMap(({ publishedBy }) => publishedBy ?? [])}::text[])`;
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return {
      model: { ...model, own: model.unitId === ctx.unitId },
      versions: versions.map((one) => ({ ...one, publisher: nameOf.get(one.publishedBy ?? "") ?? one.publishedBy })),
      origin: origin ? await baseHead(sql, model.id, origin) : null,
    };
  });
}

export interface VersionDiff {
  before: DraftBase;
  after: { id: string; version: number };
}

/**
 * What an official has to know between two versions of one model, or between a model and the one it extends.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID `model.notSameModel`
 */
export async function diffVersions(ctx: UnitCtx, input: DiffVersions): Promise<VersionDiff> {
  authorize(ctx, "model:read");
  return inUnit(ctx, async (_tx, sql) => {
    const before = await findVersion(sql, input.before);
    const after = await findVersion(sql, input.after);
    const related = before.modelId === after.modelId || extendedId(after.yaml) === before.slug;
    if (!related) throw new AppError("INVALID", "model.notSameModel");
    return {
      before: await draftBase(sql, after, before),
      after: { id: after.id, version: after.version },
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
