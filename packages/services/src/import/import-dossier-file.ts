import type { UnitCtx } from "@gandan/auth/unit-context";
import { connect } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { unitByCode, unitBySlug } from "@gandan/db/unit/find-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { ImportMapping } from "@gandan/model/import/import-mapping";
import type { RowError } from "@gandan/model/import/row-error";
import { localToday } from "../unit/local-today";
import { checkForUnit } from "./check-for-unit";
import { getImport } from "./read-import";
import { countMatches } from "./reconcile-import";
import { runImport } from "./run-import";
import { cancelImport, fittingMapping, saveMapping, startImport, uploadImport } from "./upload-import";

export interface DossierFile {
  /** Official code in force today, or the slug of a unit's address. */
  unit: string;
  fileName: string;
  bytes: Uint8Array;
  /** Id or name of a mapping that the unit keeps; without it the fitting one, or a guess. */
  mapping?: string | undefined;
  /** Checks and counts only. */
  dryRun: boolean;
  /** Takes the good rows in although others are in error. */
  onlyGood: boolean;
}

export interface DossierFileResult {
  /** `known`: the very file was taken in before; `errors`: rows are in error, so nothing was written. */
  end: "checked" | "done" | "known" | "errors" | "refused" | "failed";
  rowsTotal: number;
  rowsNew: number;
  rowsChanged: number;
  rowsSame: number;
  /** Known dossiers of which the file tells something that stands against what the unit has; that stays. */
  rowsContradicting: number;
  rowsInError: number;
  errors: RowError[];
}

/**
 * Takes a file of dossiers in from the command line, through the same steps as the web site, and waits for its end.
 * For whoever has the owner's login; noted in the unit's log.
 * @throws AppError NOT_FOUND unit.notFound, import.mappingNotFound; INVALID import.*
 */
export async function importDossierFile(ownerUrl: string, file: DossierFile, now: Date): Promise<DossierFileResult> {
  const app = connect({ url: ownerUrl, role: "app", max: 3, name: "gandan-import" });
  const oversight = connect({ url: ownerUrl, role: "oversight", max: 1, name: "gandan-import" });
  try {
    const today = localToday(now);
    const unit = (await unitByCode(app.sql, file.unit, today)) ?? (await unitBySlug(app.sql, file.unit, today));
    if (!unit) throw new AppError("NOT_FOUND", "unit.notFound");
    const roles = [{ unitId: unit.id, role: "desk-officer" as const }];
    const actor = { staffId: "command-line", name: "command-line", roles };
    const ctx: UnitCtx = { db: { app, oversight }, actor, unitId: unit.id, now, language: "vi" };
    const kept = file.mapping === undefined ? null : await keptMapping(ctx, file.mapping);
    return file.dryRun ? await tryFile(ctx, file, kept) : await writeFile(ctx, file, kept);
  } finally {
    await Promise.all([app.end(), oversight.end()]);
  }
}

type Kept = { name: string; mapping: ImportMapping };

async function keptMapping(ctx: UnitCtx, idOrName: string): Promise<Kept> {
  const [kept] = await inUnit(
    ctx,
    (_tx, sql) => sql<Kept[]>`
      select name, mapping from import_mapping
      where unit_id = ${ctx.unitId} and (id::text = ${idOrName} or name = ${idOrName})`,
  );
  if (!kept) throw new AppError("NOT_FOUND", "import.mappingNotFound");
  return kept;
}

function tryFile(ctx: UnitCtx, { bytes }: DossierFile, kept: Kept | null): Promise<DossierFileResult> {
  const { unitId, now } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const all = await sql<Kept[]>`
      select name, mapping from import_mapping where unit_id = ${unitId} order by updated_at desc`;
    const choose = (headers: readonly string[]) => kept?.mapping ?? fittingMapping(all, headers);
    const checked = await checkForUnit(sql, { unitId, bytes, choose, at: now, now });
    const { rowsTotal, rowsInError, errors } = checked;
    const counts = await countMatches(sql, unitId, checked.mapping);
    return {
      end: "checked",
      rowsTotal,
      rowsNew: counts.new,
      rowsChanged: counts.changed,
      rowsSame: counts.unchanged,
      rowsContradicting: counts.contradicting,
      rowsInError,
      errors,
    };
  });
}

async function writeFile(ctx: UnitCtx, file: DossierFile, kept: Kept | null): Promise<DossierFileResult> {
  const { importId, isNew } = await uploadImport(ctx, file);
  if (!isNew) return answer(ctx, importId, "known");
  if (kept) await saveMapping(ctx, { importId, source: kept.name, mapping: kept.mapping });
  const { rowsInError } = await getImport(ctx, { importId });
  if (rowsInError > 0 && !file.onlyGood) {
    const told = await answer(ctx, importId, "errors");
    await cancelImport(ctx, { importId });
    return told;
  }
  await startImport(ctx, { importId, onlyGood: file.onlyGood });
  const end = await runImport(ctx, importId, ctx.now);
  // A running worker may have been quicker; it is waited for.
  while (end === "busy" || end === "failed") {
    const { state } = await getImport(ctx, { importId });
    if (state !== "waiting" && state !== "running") return answer(ctx, importId, state === "done" ? "done" : "failed");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return answer(ctx, importId, end === "stopped" ? "failed" : end);
}

async function answer(ctx: UnitCtx, importId: string, end: DossierFileResult["end"]): Promise<DossierFileResult> {
  const { rowsTotal, rowsNew, rowsChanged, rowsSame, rowsContradicting, rowsInError, errors } = await getImport(ctx, {
    importId,
  });
  return { end, rowsTotal, rowsNew, rowsChanged, rowsSame, rowsContradicting, rowsInError, errors };
}
