import type { LocalDate } from "@gandan/calendar/local-time";
import { AppError } from "@gandan/model/error/app-error";
import type { ModelSource } from "@gandan/model/model/model-schema";
import type { TransactionSql } from "postgres";

export interface VersionRow {
  id: string;
  unitId: string;
  modelId: string;
  slug: string;
  version: number;
  state: "draft" | "published";
  /** In full, through what it extends; of a draft with problems, as it last was without. */
  source: ModelSource;
  yaml: string;
  checksum: string;
  effectiveFrom: LocalDate | null;
  effectiveTo: LocalDate | null;
  publishedAt: Date | null;
  publishedBy: string | null;
  updatedAt: Date;
  /** There is a text from before the last change. */
  mayUndo: boolean;
}

export interface ModelHead {
  id: string;
  unitId: string;
  slug: string;
  type: "model" | "yardstick";
  title: string;
}

/** A model that the unit may see: its own, one of a unit above, one of the library. Throws AppError `model.notFound`. */
export async function findModel(sql: TransactionSql, modelId: string): Promise<ModelHead> {
  const [row] = await sql<ModelHead[]>`
    select id, unit_id as "unitId", slug, type, title from model where id = ${modelId}`;
  if (!row) throw new AppError("NOT_FOUND", "model.notFound");
  return row;
}

const versionColumns = (sql: TransactionSql) => sql`
  v.id, v.unit_id as "unitId", v.model_id as "modelId", m.slug, v.version, v.state, v.source, v.yaml, v.checksum,
  v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo", v.published_at as "publishedAt",
  v.published_by as "publishedBy", v.updated_at as "updatedAt",
  v.undo_yaml is not null as "mayUndo"`;

/** A version that the unit may see. Throws AppError `model.versionNotFound`. */
export async function findVersion(sql: TransactionSql, versionId: string): Promise<VersionRow> {
  const [row] = await sql<VersionRow[]>`
    select ${versionColumns(sql)} from model_version v join model m on m.unit_id = v.unit_id and m.id = v.model_id
    where v.id = ${versionId}`;
  if (!row) throw new AppError("NOT_FOUND", "model.versionNotFound");
  return row;
}

/** All versions of a model that the unit may see, newest first. */
export function findVersions(sql: TransactionSql, modelId: string): Promise<VersionRow[]> {
  return sql<VersionRow[]>`
    select ${versionColumns(sql)} from model_version v join model m on m.unit_id = v.unit_id and m.id = v.model_id
    where v.model_id = ${modelId} order by v.version desc`;
}

/**
 * The unit's own draft, locked until the transaction ends. Throws AppError `model.versionNotFound`, `model.published`,
 * and `model.changed` when `checksum` is not that of its text.
 */
export async function lockDraft(sql: TransactionSql, unitId: string, versionId: string, checksum?: string) {
  const rows = await sql<{ id: string }[]>`
    select id from model_version where unit_id = ${unitId} and id = ${versionId} and state = 'draft' for update`;
  const row = await findVersion(sql, versionId);
  if (row.state === "published") throw new AppError("CONFLICT", "model.alreadyPublished");
  if (rows.length === 0) throw new AppError("NOT_FOUND", "model.versionNotFound");
  if (checksum !== undefined && row.checksum !== checksum) throw new AppError("CONFLICT", "model.changed");
  return row;
}

/** Of several versions the one in force on a day: the greatest first day on or before it; else the first to come. */
export function inForce<T extends Pick<VersionRow, "state" | "effectiveFrom" | "version">>(
  versions: readonly T[],
  day: LocalDate,
): T | undefined {
  const published = versions
    .filter((one): one is T & { effectiveFrom: LocalDate } => one.state === "published" && one.effectiveFrom !== null)
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom ? a.version - b.version : a.effectiveFrom < b.effectiveFrom ? -1 : 1,
    );
  return published.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? published[0];
}

/** The version of the model that a text extends, in full. */
export type ExtendedVersion = Pick<VersionRow, "id" | "unitId" | "modelId" | "version" | "source">;

/** The model that a text extends, in full, as it is in force on `day`: the nearest of that id, own models first. */
export async function findExtended(
  sql: TransactionSql,
  unitId: string,
  id: string,
  day: LocalDate,
): Promise<ExtendedVersion | undefined> {
  const [row] = await sql<ExtendedVersion[]>`
    select v.id, m.unit_id as "unitId", m.id as "modelId", v.version, v.source
    from model m
    join model_version v on v.unit_id = m.unit_id and v.model_id = m.id and v.state = 'published'
    left join unit_ancestors a on a.ancestor_id = m.unit_id and a.descendant_id = ${unitId}
    where m.slug = ${id}
    order by a.depth nulls last, v.effective_from <= ${day}::date desc,
      case when v.effective_from <= ${day}::date then v.effective_from end desc, v.effective_from, v.version desc
    limit 1`;
  return row;
}
