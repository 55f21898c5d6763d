import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit } from "@gandan/db/in-unit";
import type { ChooseSide } from "@gandan/model/import/reconciliation";
import { lockImport } from "./find-import";

/**
 * Says whose word stands where a file contradicts what the unit has: in one entry, in all of a dossier, in all of one
 * kind or in all of the file. Nothing is written to a dossier before the import is started.
 * @returns how many entries the choice holds for
 * @throws AppError FORBIDDEN, NOT_FOUND import.notFound, CONFLICT import.done
 */
export async function chooseSide(
  ctx: UnitCtx,
  { importId, side, dossierId, place, why }: ChooseSide,
): Promise<{ chosen: number }> {
  authorize(ctx, "dossier:import");
  const { unitId, now, actor } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    await lockImport(sql, unitId, importId, ["checked", "failed"]);
    const rows = await sql<{ dossierId: string }[]>`
      update import_difference set choice = ${side}
      where unit_id = ${unitId} and run_id = ${importId} and choice is not null
        and dossier_id = coalesce(${dossierId ?? null}::uuid, dossier_id)
        and place = coalesce(${place ?? null}::int, place) and why = coalesce(${why ?? null}::text, why)
      returning dossier_id as "dossierId"`;
    await appendAudit(sql, {
      unitId,
      at: now,
      actor: actor.staffId,
      action: "import.choose",
      subject: importId,
      details: { side, count: rows.length, dossierId: dossierId ?? null, place: place ?? null, why: why ?? null },
    });
    return { chosen: rows.length };
  });
}
