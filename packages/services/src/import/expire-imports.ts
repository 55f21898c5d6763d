import { appendAudit } from "@gandan/db/audit/append-audit";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { KEPT_DAYS } from "@gandan/model/import/import-inputs";
import { forgetMatches } from "./reconcile-import";

const DAY = 86_400_000;

/** What was uploaded before this moment and is not started is no longer kept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY);

/**
 * Forgets what citizens' data a unit's uploads hold that nobody started within seven days: the file, its first rows and
 * its errors go, the record of the upload stays as expired, and the unit's log says so.
 * @returns how many there were
 */
export function expireImports(scope: UnitScope, now: Date): Promise<number> {
  const { unitId } = scope;
  return inUnit(scope, async (_tx, sql) => {
    const expired = await sql<{ id: string }[]>`
      update import_run set state = 'expired', errors = '[]', finished_at = ${now}
      where unit_id = ${unitId} and state in ('checked', 'failed') and created_at < ${keptSince(now)}
      returning id`;
    if (expired.length === 0) return 0;
    const ids = expired.map(({ id }) => id);
    await sql`delete from import_file where unit_id = ${unitId} and run_id = any(${ids}::uuid[])`;
    await forgetMatches(sql, unitId, ids);
    for (const subject of ids) {
      const details = { days: KEPT_DAYS };
      await appendAudit(sql, { unitId, at: now, actor: "import", action: "import.expire", subject, details });
    }
    return ids.length;
  });
}
