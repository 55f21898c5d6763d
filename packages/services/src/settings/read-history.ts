import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import type { SettingHistory } from "@gandan/model/settings/office-inputs";

export interface SettingChange {
  /** Number in the unit's log. */
  seq: number;
  at: Date;
  /** Name of the person; null when unknown. */
  by: string | null;
  /** What was changed, by field. */
  from: Record<string, string>;
  to: Record<string, string>;
}

const MOST = 20;

/**
 * The last changes of an area of settings, the latest first, as the audit log has them.
 * @throws AppError FORBIDDEN
 */
export async function readSettingHistory(ctx: UnitCtx, { area }: SettingHistory): Promise<SettingChange[]> {
  authorize(ctx, "settings:read");
  return inUnit(ctx, async (_tx, sql) => {
    const rows = await sql<SettingChange[]>`
      select a.seq::int as seq, a.at, s.name as by, a.details -> 'from' as from, a.details -> 'to' as to
      from audit_log a left join staff s on s.id::text = a.actor
      where a.unit_id = ${ctx.unitId} and a.subject = ${area} and a.action = 'settings.change'
      order by a.seq desc limit ${MOST}`;
    return [...rows];
  });
}
