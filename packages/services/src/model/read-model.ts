import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { type DescribedModel, describeModel } from "@gandan/model/model-editing/describe-model";
import type { OneModel } from "@gandan/model/model-editing/model-inputs";
import type { TransactionSql } from "postgres";
import { dayOf } from "./check-text";
import { findModel, findVersions, inForce, type ModelHead, type VersionRow } from "./visible-models";

export type VersionHead = Omit<VersionRow, "source" | "yaml" | "slug" | "unitId"> & {
  /** As it stands today. */
  standing: "draft" | "future" | "in-force" | "ended";
};

export interface ReadModel {
  model: ModelHead & { own: boolean; ownerName: string };
  version: VersionHead;
  draftVersionId: string | null;
  source: ModelSource;
  described: DescribedModel;
}

/** Versions of one model with their standing on a day. */
export function versionHeads(versions: readonly VersionRow[], today: string): VersionHead[] {
  const force = inForce(versions, today);
  return versions.map(({ source: _, yaml: __, slug: ___, unitId: ____, ...head }) => {
    const { effectiveFrom, effectiveTo, state, id } = head;
    const over = effectiveTo !== null && effectiveTo < today;
    const standing =
      state === "draft"
        ? "draft"
        : effectiveFrom !== null && effectiveFrom > today
          ? "future"
          : id === force?.id && !over
            ? "in-force"
            : "ended";
    return { ...head, standing };
  });
}

/** Name that a unit has now, or had last. */
export async function unitNameOf(sql: TransactionSql, unitId: string): Promise<string> {
  const [row] = await sql<{ name: string }[]>`
    select name from unit_name where unit_id = ${unitId} order by valid_from desc limit 1`;
  return row?.name ?? "";
}

/**
 * A model that the unit may see: the version asked for, else the one in force, else the draft.
 * @throws AppError FORBIDDEN, NOT_FOUND `model.notFound`, `model.versionNotFound`
 */
export async function readModel(ctx: UnitCtx, input: OneModel): Promise<ReadModel> {
  authorize(ctx, "model:read");
  const today = dayOf(ctx.now);
  return inUnit(ctx, async (_tx, sql) => {
    const model = await findModel(sql, input.modelId);
    const [versions, ownerName] = await Promise.all([findVersions(sql, model.id), unitNameOf(sql, model.unitId)]);
    const row = input.versionId
      ? versions.find(({ id }) => id === input.versionId)
      : (inForce(versions, today) ?? versions[0]);
    if (!row) throw new AppError("NOT_FOUND", "model.versionNotFound");
    return {
      model: { ...model, own: model.unitId === ctx.unitId, ownerName },
      version: versionHeads(versions, today).find(({ id }) => id === row.id)!,
      draftVersionId: versions.find(({ state }) => state === "draft")?.id ?? null,
      source: row.source,
      described: describeModel(row.source, ctx.language),
    };
  });
}
