import { createHash } from "node:crypto";
import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { guessMapping } from "@gandan/model/import/guess-mapping";
import {
  MAX_IMPORT_MB,
  type SaveMapping,
  type StartImport,
  type UploadImport,
} from "@gandan/model/import/import-inputs";
import { checkMapping, type ImportMapping } from "@gandan/model/import/import-mapping";
import type { TransactionSql } from "postgres";
import { refuseEnded } from "../adoption/refuse-ended";
import { localToday } from "../unit/local-today";
import { checkForUnit } from "./check-for-unit";
import { fetchFile, keepFile } from "./file-bytes";
import { lockImport } from "./find-import";
import { forgetMatches, keepMatches } from "./reconcile-import";

export interface UploadedImport {
  importId: string;
  /** False when this very file has been taken in before: then nothing has changed, and this is the earlier import. */
  isNew: boolean;
}

/** The newest mapping kept in the unit whose columns all stand in the file. */
export function fittingMapping(kept: readonly { mapping: ImportMapping }[], headers: readonly string[]): ImportMapping {
  const known = new Set(headers);
  const fitting = kept.find(({ mapping }) => Object.values(mapping.columns).every((column) => known.has(column)));
  return fitting?.mapping ?? guessMapping(headers);
}

/**
 * Takes a file in, guesses its mapping and checks every row; writes no dossier.
 * @throws AppError FORBIDDEN, INVALID unit.ended, import.tooLarge, import.badFile, import.noHeader, import.empty
 */
export async function uploadImport(ctx: UnitCtx, { fileName, bytes }: UploadImport): Promise<UploadedImport> {
  authorize(ctx, "dossier:import");
  if (bytes.length > MAX_IMPORT_MB * 1024 * 1024)
    throw new AppError("INVALID", "import.tooLarge", { max: MAX_IMPORT_MB });
  if (bytes.length === 0) throw new AppError("INVALID", "import.noFile");
  const hash = createHash("sha256").update(bytes).digest("hex");
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(now));
    // Two uploads of the same file at once: the second waits and finds the first.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${unitId}`}, 0))`;
    const [known] = await sql<{ id: string }[]>`
      select id from import_run where unit_id = ${unitId} and file_hash = ${hash}
        and (state in ('checked', 'waiting', 'running') or (state = 'done' and rows_in_error = 0))
      order by created_at desc limit 1`;
    if (known) return { importId: known.id, isNew: false };
    const kept = await sql<{ mapping: ImportMapping }[]>`
      select mapping from import_mapping where unit_id = ${unitId} order by updated_at desc`;
    const choose = (headers: readonly string[]) => fittingMapping(kept, headers);
    const checked = await checkForUnit(sql, { unitId, bytes, choose, at: now, now });
    if (checked.rowsTotal === 0) throw new AppError("INVALID", "import.empty");
    const [row] = await sql<{ id: string }[]>`
      insert into import_run (unit_id, file_name, file_hash, mapping, state, rows_total, rows_in_error, errors,
        created_at, created_by)
      values (${unitId}, ${fileName}, ${hash}, ${JSON.stringify(checked.mapping)}::text::jsonb, 'checked',
        ${checked.rowsTotal}, ${checked.rowsInError},
        ${JSON.stringify(checked.errors)}::text::jsonb, ${now}, ${ctx.actor.staffId})
      returning id`;
    const importId = row!.id;
    await reconcile(sql, unitId, importId, checked.mapping);
    await keepFile(sql, unitId, importId, { bytes, headers: checked.headers, sample: checked.sample });
    await audit(sql, ctx, "import.upload", importId, { fileName, hash, rows: checked.rowsTotal });
    return { importId, isNew: true };
  });
}

/**
 * Maps the columns of a file anew, checks every row again and keeps the mapping for the next file of its source.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound, CONFLICT import.done, INVALID import.columnMissing, import.columnTwice
 */
export async function saveMapping(ctx: UnitCtx, input: SaveMapping): Promise<void> {
  authorize(ctx, "dossier:import");
  const { unitId, now } = ctx;
  const [problem] = checkMapping(input.mapping);
  if (problem) {
    throw new AppError("INVALID", problem.key, { field: problem.field, column: problem.column ?? null });
  }
  await inUnit(ctx, async (_tx, sql) => {
    const run = await lockImport(sql, unitId, input.importId, ["checked", "failed"]);
    const bytes = await fetchFile(sql, unitId, run.id);
    if (!bytes) throw new AppError("CONFLICT", "import.done");
    const choose = () => input.mapping;
    const checked = await checkForUnit(sql, { unitId, bytes, choose, at: run.createdAt, now });
    const mapping = JSON.stringify(input.mapping);
    await sql`
      update import_run set mapping = ${mapping}::text::jsonb, state = 'checked', rows_total = ${checked.rowsTotal},
        rows_in_error = ${checked.rowsInError}, errors = ${JSON.stringify(checked.errors)}::text::jsonb
      where unit_id = ${unitId} and id = ${run.id}`;
    await reconcile(sql, unitId, run.id, input.mapping);
    const source = input.source || "Hệ thống của tỉnh";
    await sql`
      insert into import_mapping (unit_id, name, mapping, updated_at, updated_by)
      values (${unitId}, ${source}, ${mapping}::text::jsonb, ${now}, ${ctx.actor.staffId})
      on conflict (unit_id, name) do update
        set mapping = excluded.mapping, updated_at = excluded.updated_at, updated_by = excluded.updated_by`;
    await audit(sql, ctx, "import.map", run.id, { source, columns: input.mapping.columns });
  });
}

/**
 * Hands a checked file to the worker. A file with rows in error only when the officer wants the good rows alone.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound, CONFLICT import.done, INVALID import.rowErrors,
 * import.columnMissing
 */
export async function startImport(ctx: UnitCtx, { importId, onlyGood }: StartImport): Promise<void> {
  authorize(ctx, "dossier:import");
  const { unitId } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await refuseEnded(sql, unitId, localToday(ctx.now));
    const run = await lockImport(sql, unitId, importId, ["checked", "failed"]);
    const [problem] = checkMapping(run.mapping);
    if (problem) throw new AppError("INVALID", problem.key, { field: problem.field, column: problem.column ?? null });
    const allWrong = run.rowsInError >= run.rowsTotal;
    if (allWrong || (run.rowsInError > 0 && !onlyGood)) {
      throw new AppError("INVALID", "import.rowErrors", { count: run.rowsInError });
    }
    await sql`
      update import_run set state = 'waiting', rows_read = 0, finished_at = null
      where unit_id = ${unitId} and id = ${importId}`;
    await audit(sql, ctx, "import.start", importId, { onlyGood, rowsInError: run.rowsInError });
  });
}

/**
 * Gives a checked or failed import up: its file goes, the record stays.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound, CONFLICT import.done
 */
export async function cancelImport(ctx: UnitCtx, { importId }: { importId: string }): Promise<void> {
  authorize(ctx, "dossier:import");
  const { unitId, now } = ctx;
  await inUnit(ctx, async (_tx, sql) => {
    await lockImport(sql, unitId, importId, ["checked", "failed"]);
    await sql`
      update import_run set state = 'refused', rows_new = 0, finished_at = ${now}
      where unit_id = ${unitId} and id = ${importId}`;
    await sql`delete from import_file where unit_id = ${unitId} and run_id = ${importId}`;
    await forgetMatches(sql, unitId, [importId]);
    await audit(sql, ctx, "import.cancel", importId, {});
  });
}

/** Sets the staged rows against what the unit has, and keeps what the page shows before anything is written. */
async function reconcile(sql: TransactionSql, unitId: string, importId: string, mapping: ImportMapping) {
  const counts = await keepMatches(sql, unitId, importId, mapping);
  await sql`
    update import_run set rows_new = ${counts.new}, rows_changed = ${counts.changed}, rows_same = ${counts.unchanged},
      rows_contradicting = ${counts.contradicting}, rows_missing = ${counts.missing}
    where unit_id = ${unitId} and id = ${importId}`;
}

const audit = (
  sql: TransactionSql,
  { unitId, now, actor }: UnitCtx,
  action: string,
  subject: string,
  details: Record<string, unknown>,
) => appendAudit(sql, { unitId, at: now, actor: actor.staffId, action, subject, details });
