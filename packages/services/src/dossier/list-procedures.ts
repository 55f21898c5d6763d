import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";

export interface ProcedureChoice {
  code: string;
  name: string;
  group: string;
  /** As the catalogue writes it, "3 working-days"; null when it does not know the term. */
  term: string | null;
}

/**
 * The procedures that an officer may receive today, each as it stands today; by name. A few hundred at most.
 * @throws AppError FORBIDDEN
 */
export async function listProcedures(ctx: UnitCtx): Promise<ProcedureChoice[]> {
  authorize(ctx, "dossier:read");
  const today = localDateOf(toLocalMinute(ctx.now));
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<ProcedureChoice[]>`
      select distinct on (code) code, name, procedure_group as "group", term from procedure
      where effective_from <= ${today}::date order by code, effective_from desc`;
    return [...rows].sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}
