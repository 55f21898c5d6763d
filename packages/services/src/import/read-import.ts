import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ImportId, ListImports } from "@gandan/model/import/import-inputs";
import { type ImportRun, RUN_COLUMNS } from "./find-import";

const PAGE_SIZE = 50;
/** Errors shown on the page; the list to download has all that are kept. */
const SHOWN_ERRORS = 100;

type Named = Omit<ImportRun, "errors" | "mapping" | "createdBy"> & { by: string | null };

/** The imports of a unit, latest first. */
export async function listImports(ctx: UnitCtx, { page }: ListImports) {
  authorize(ctx, "dossier:import");
  return inUnit(ctx, async (_tx, sql) => {
    const runs = await sql<(Named & { total: number })[]>`
      select r.id, r.file_name as "fileName", r.state, r.rows_total as "rowsTotal", r.rows_read as "rowsRead",
        r.rows_new as "rowsNew", r.rows_changed as "rowsChanged", r.rows_same as "rowsSame",
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
  /** The mapping that the unit keeps, by source. */
  kept: { name: string; updatedAt: Date } | null;
}

/**
 * One import with its first rows and errors.
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
    return {
      ...rest,
      by: person?.name ?? createdBy,
      headers: file?.headers ?? [],
      sample: file?.sample ?? [],
      errors: errors.slice(0, SHOWN_ERRORS),
      errorsKept: errors.length,
      kept: kept ?? null,
    };
  });
}

/**
 * All kept row errors of an import, for a list to download. It may show what citizens handed in, so it is noted who took it.
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound
 */
export async function exportErrors(
  ctx: UnitCtx,
  { importId }: ImportId,
): Promise<Pick<ImportRun, "errors" | "fileName">> {
  authorize(ctx, "dossier:import");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [run] = await sql<Pick<ImportRun, "errors" | "fileName">[]>`
      select errors, file_name as "fileName" from import_run where unit_id = ${unitId} and id = ${importId}`;
    if (!run) throw new AppError("NOT_FOUND", "import.notFound");
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: actor.staffId,
      action: "import.errors",
      subject: importId,
      details: { count: run.errors.length },
    });
    return run;
  });
}
