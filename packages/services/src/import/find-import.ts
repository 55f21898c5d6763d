import { AppError } from "@gandan/model/error/app-error";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { RowError } from "@gandan/model/import/row-error";
import type { TransactionSql } from "postgres";

export type ImportState = "checked" | "waiting" | "running" | "done" | "refused" | "failed" | "expired";

/** One import as it is kept; its counts mean dossiers written once it is done, dossiers foreseen before. */
export interface ImportRun {
  id: string;
  fileName: string;
  state: ImportState;
  mapping: ImportMapping;
  rowsTotal: number;
  rowsRead: number;
  rowsNew: number;
  rowsChanged: number;
  rowsSame: number;
  /** Of the changed and the same ones: of how many the file tells something that stands against what the unit has. */
  rowsContradicting: number;
  /** Known from an earlier file, of this one's procedures and days, and not in it. */
  rowsMissing: number;
  rowsInError: number;
  errors: RowError[];
  createdAt: Date;
  /** Id of the person. */
  createdBy: string | null;
  finishedAt: Date | null;
}

/** Columns of {@link ImportRun}. */
export const RUN_COLUMNS = `id, file_name as "fileName", state, mapping, rows_total as "rowsTotal", rows_read as "rowsRead",
  rows_new as "rowsNew", rows_changed as "rowsChanged", rows_same as "rowsSame", rows_contradicting as "rowsContradicting",
  rows_missing as "rowsMissing", rows_in_error as "rowsInError",
  errors, created_at as "createdAt", created_by as "createdBy", finished_at as "finishedAt"`;

/**
 * One import, locked until the transaction ends.
 * @throws AppError NOT_FOUND import.notFound; CONFLICT import.done when it is in none of `states`
 */
export async function lockImport(
  sql: TransactionSql,
  unitId: string,
  importId: string,
  states: readonly ImportState[],
): Promise<ImportRun> {
  const [run] = await sql<ImportRun[]>`
    select ${sql.unsafe(RUN_COLUMNS)} from import_run where unit_id = ${unitId} and id = ${importId} for update`;
  if (!run) throw new AppError("NOT_FOUND", "import.notFound");
  if (!states.includes(run.state)) throw new AppError("CONFLICT", "import.done");
  return run;
}
