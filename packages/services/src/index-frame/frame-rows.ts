import { AppError } from "@gandan/model/error/app-error";
import type { IndexFrame } from "@gandan/model/index/index-frame";
import type { TransactionSql } from "postgres";
import { checksumOf } from "../model/check-text";

export interface FrameRow {
  id: string;
  unitId: string;
  year: number;
  title: string;
  state: "draft" | "published";
  source: IndexFrame;
  yaml: string;
  publishedAt: Date | null;
  publishedBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
}

/** Columns of a frame, with the names of people; null for what was done by nobody of the installation. */
export const frameColumns = (sql: TransactionSql) => sql`
  f.id, f.unit_id as "unitId", f.year, f.title, f.state, f.source, f.yaml, f.published_at as "publishedAt",
  (select name from staff where id::text = f.published_by) as "publishedBy",
  f.updated_at as "updatedAt",
  (select name from staff where id::text = f.updated_by) as "updatedBy"`;

/** A frame that the unit may see: its own, or a published one of a unit above. Throws AppError `indexFrame.notFound`. */
export async function findFrame(sql: TransactionSql, frameId: string): Promise<FrameRow> {
  const [row] = await sql<FrameRow[]>`select ${frameColumns(sql)} from index_frame f where f.id = ${frameId}`;
  if (!row) throw new AppError("NOT_FOUND", "indexFrame.notFound");
  return row;
}

/**
 * The unit's own draft. Throws AppError NOT_FOUND `indexFrame.notFound`, CONFLICT `indexFrame.published`, and
 * `indexFrame.changed` when `checksum` is not that of its text.
 */
export async function findDraft(
  sql: TransactionSql,
  unitId: string,
  frameId: string,
  checksum?: string,
): Promise<FrameRow> {
  const row = await findFrame(sql, frameId);
  if (row.unitId !== unitId) throw new AppError("NOT_FOUND", "indexFrame.notFound");
  if (row.state === "published") throw new AppError("CONFLICT", "indexFrame.published");
  if (checksum !== undefined && checksumOf(row.yaml) !== checksum) throw new AppError("CONFLICT", "indexFrame.changed");
  return row;
}
