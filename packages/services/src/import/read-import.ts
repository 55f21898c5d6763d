import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import { type ImportId, KEPT_DAYS, type ListImports } from "@gandan/model/import/import-inputs";
import type { Judge } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { checkFile, MAX_KEPT_ERRORS, rowEnvOf } from "./check-file";
import { fetchFile } from "./file-bytes";
import { type ImportRun, RUN_COLUMNS } from "./find-import";

const PAGE_SIZE = 50;
const DAY = 86_400_000;
/** Errors shown on the page; the list to download has more. */
const SHOWN_ERRORS = 100;

type Named = Omit<ImportRun, "errors" | "mapping" | "createdBy"> & { by: string | null };

/** The imports of a unit, latest first. */
export async function listImports(ctx: UnitCtx, { page }: ListImports) {
  authorize(ctx, "dossier:import");
  return inUnit(ctx, async (_tx, sql) => {
    const runs = await sql<(Named & { total: number })[]>`
      select r.id, r.file_name as "fileName", r.state, r.rows_total as "rowsTotal", r.rows_read as "rowsRead",
        r.rows_new as "rowsNew", r.rows_changed as "rowsChanged", r.rows_same as "rowsSame",
        r.rows_contradicting as "rowsContradicting", r.rows_missing as "rowsMissing",
        r.rows_in_error as "rowsInError", r.created_at as "createdAt", r.finished_at as "finishedAt", s.name as by,
        count(*) over ()::int as total
      from import_run r left join staff s on s.id::text = r.created_by
      where r.unit_id = ${ctx.unitId} order by r.created_at desc, r.id desc
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
    return { runs: runs.map(({ total, ...run }) => run), total: runs[0]?.total ?? 0, page, pageSize: PAGE_SIZE };
  });
}

export interface ImportView extends Omit<ImportRun, "createdBy"> {
  by: string | null;
  /** Of the file, while it is kept. */
  headers: string[];
  /** First rows as texts, while the file is kept. */
  sample: string[][];
  /** Errors kept in all; `errors` holds the first of them. */
  errorsKept: number;
  /** The list to download has all errors: all are kept, or the file still is. */
  allErrors: boolean;
  /** Until when the file is kept if nobody starts the import. */
  keptUntil: Date;
  /** The mapping that the unit keeps, by source. */
  kept: { name: string; updatedAt: Date } | null;
}

/**
 * One import with its first rows and errors. The rows are citizens' data: as long as they are kept it is noted who looked.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound
 */
export async function getImport(ctx: UnitCtx, { importId }: ImportId): Promise<ImportView> {
  authorize(ctx, "dossier:import");
  return inUnit(ctx, async (_tx, sql) => {
    const [run] = await sql<ImportRun[]>`
      select ${sql.unsafe(RUN_COLUMNS)} from import_run where unit_id = ${ctx.unitId} and id = ${importId}`;
    if (!run) throw new AppError("NOT_FOUND", "import.notFound");
    const [[file], [person], [kept]] = await Promise.all([
      sql<{ headers: string[]; sample: string[][] }[]>`
        select headers, sample from import_file where unit_id = ${ctx.unitId} and run_id = ${importId}`,
      sql<{ name: string }[]>`select name from staff where id::text = ${run.createdBy}`,
      sql<{ name: string; updatedAt: Date }[]>`
        select name, updated_at as "updatedAt" from import_mapping
        where unit_id = ${ctx.unitId} and mapping -> 'columns' = ${JSON.stringify(run.mapping.columns)}::text::jsonb
        order by updated_at desc limit 1`,
    ]);
    const { createdBy, errors, ...rest } = run;
    // While it runs the page asks again and again, and shows no rows.
    if (file && run.state === "checked") {
      const { unitId, now: at, actor } = ctx;
      await appendAudit(sql, { unitId, at, actor: actor.staffId, action: "import.read", subject: importId });
    }
    return {
      ...rest,
      by: person?.name ?? createdBy,
      headers: file?.headers ?? [],
      sample: file?.sample ?? [],
      errors: errors.slice(0, SHOWN_ERRORS),
      errorsKept: errors.length,
      allErrors: errors.length < MAX_KEPT_ERRORS || file !== undefined,
      keptUntil: new Date(run.createdAt.getTime() + KEPT_DAYS * DAY),
      kept: kept ?? null,
    };
  });
}

interface ErrorList extends Pick<ImportRun, "errors" | "fileName"> {
  /** False when there may be more than these: those above 10,000 are gone with the file. */
  isWhole: boolean;
}

/**
 * The row errors of an import, for a list to download: all while the file is kept, which is read again where more were
 * found than are kept. It may show what citizens handed in, so it is noted who took it.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound
 */
export async function exportErrors(ctx: UnitCtx, { importId }: ImportId): Promise<ErrorList> {
  authorize(ctx, "dossier:import");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [run] = await sql<Pick<ImportRun, "errors" | "fileName" | "mapping" | "createdAt">[]>`
      select errors, file_name as "fileName", mapping, created_at as "createdAt"
      from import_run where unit_id = ${unitId} and id = ${importId}`;
    if (!run) throw new AppError("NOT_FOUND", "import.notFound");
    const mayBeMore = run.errors.length >= MAX_KEPT_ERRORS;
    const bytes = mayBeMore ? await fetchFile(sql, unitId, importId) : undefined;
    const errors = bytes ? await allErrors(await loadJudge(sql, unitId, now), bytes, run) : run.errors;
    const details = { count: errors.length };
    const entry = { unitId, at: now, actor: actor.staffId, action: "import.errors", subject: importId, details };
    await appendAudit(sql, entry);
    return { errors, fileName: run.fileName, isWhole: !mayBeMore || bytes !== undefined };
  });
}

async function allErrors(judge: Judge, bytes: Uint8Array, run: Pick<ImportRun, "mapping" | "createdAt">) {
  const options = { mostErrors: Number.POSITIVE_INFINITY };
  return (await checkFile(bytes, () => run.mapping, rowEnvOf(judge, run.createdAt), options)).errors;
}
