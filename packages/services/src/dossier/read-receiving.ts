import { authorize, mayDo, type Role, rolesThatMay } from "@gandan/auth/roles";
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

export interface Receiving {
  /** What may be received today, by name, a few hundred at most; null for a reader who may not receive. */
  procedures: ProcedureChoice[] | null;
  /** Who may. */
  roles: Role[];
}

/** What the form for receiving a dossier offers, each procedure as it stands today. @throws AppError FORBIDDEN */
export async function readReceiving(ctx: UnitCtx): Promise<Receiving> {
  authorize(ctx, "dossier:read");
  const roles = rolesThatMay("dossier:act");
  if (!mayDo(ctx, "dossier:act")) return { procedures: null, roles };
  const today = localDateOf(toLocalMinute(ctx.now));
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<ProcedureChoice[]>`
      select distinct on (code) code, name, procedure_group as "group", term from procedure
      where effective_from <= ${today}::date order by code, effective_from desc`;
    return { procedures: [...rows].sort((a, b) => a.name.localeCompare(b.name, "vi")), roles };
  });
}
