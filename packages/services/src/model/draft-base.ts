import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import type { ModelChange } from "@gandan/model/model/diff-models";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { diffFromBase } from "@gandan/model/model-editing/diff-from-base";
import type { TransactionSql } from "postgres";
import { unitNameOf } from "./read-model";
import type { ExtendedVersion } from "./visible-models";

/** The version that another is measured against. */
export interface ModelBase {
  versionId: string;
  version: number;
  /** `own`: an earlier version of the same model; else the extended model, of the library or of a unit. */
  place: "own" | "above" | "library";
  title: string;
  ownerName: string;
}

export interface DraftBase extends ModelBase {
  changes: ModelChange[];
}

/** Names a base as a reader of the model `modelId` knows it. */
export async function baseHead(sql: TransactionSql, modelId: string, base: ExtendedVersion): Promise<ModelBase> {
  const outside = base.unitId === OPERATOR_UNIT_ID ? "library" : "above";
  return {
    versionId: base.id,
    version: base.version,
    place: base.modelId === modelId ? "own" : outside,
    title: base.source.title,
    ownerName: await unitNameOf(sql, base.unitId),
  };
}

/** The base of a version with all that the version changes of it. */
export async function draftBase(
  sql: TransactionSql,
  after: { modelId: string; source: ModelSource },
  base: ExtendedVersion,
): Promise<DraftBase> {
  const head = await baseHead(sql, after.modelId, base);
  return { ...head, changes: diffFromBase(base.source, after.source, head.place === "own") };
}
