import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { notePublicChange } from "@gandan/db/public-change";
import type { TransactionSql } from "postgres";
import { loadJudge } from "../outcome/load-judge";
import { countReasons } from "./count-reasons";
import { recountDays, resumMonths } from "./recount-days";

export interface FoldResult {
  days: number;
  /** True when another worker was folding this unit. */
  busy: boolean;
}

/**
 * Folds the days noted in `rollup_dirty` anew, with their months and reasons, in one transaction. Recounts instead of
 * adding up, so a fold that is killed, repeated or run twice leaves the same figures.
 * @param now becomes `as_of`
 */
export function foldRollups(ctx: UnitScope, now: Date): Promise<FoldResult> {
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    const [lock] = await sql<{ mine: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`rollup ${unitId}`}, 0)) as mine`;
    if (!lock?.mine) return { days: 0, busy: true };
    const taken = await sql<{ day: string }[]>`delete from rollup_dirty where unit_id = ${unitId} returning day`;
    const days = [...new Set(taken.map(({ day }) => day))].sort();
    if (days.length > 0) {
      await foldDays(sql, unitId, days, now);
      await notePublicChange(sql, unitId);
    }
    return { days: days.length, busy: false };
  });
}

async function foldDays(sql: TransactionSql, unitId: string, days: readonly string[], now: Date) {
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  await sql`delete from rollup_day where unit_id = ${unitId} and day = any(${[...days]}::date[])`;
  await sql`
    insert into rollup_day (unit_id, version_id, day, dossiers, met, missed, pending, not_applicable, as_of)
    select ${unitId}, c.version_id, c.day, c.dossiers, c.met, c.missed, c.pending, c.not_applicable, ${now}
    from (${recountDays(sql, unitId, days)}) c`;
  await sql`delete from rollup_month where unit_id = ${unitId} and month = any(${months}::date[])`;
  await sql`
    insert into rollup_month (unit_id, version_id, month, dossiers, met, missed, pending, not_applicable, as_of)
    select ${unitId}, c.version_id, c.month, c.dossiers, c.met, c.missed, c.pending, c.not_applicable, ${now}
    from (${resumMonths(sql, unitId, months)}) c`;
  const judge = await loadJudge(sql, unitId, now);
  const reasons = await countReasons(sql, unitId, judge, months, now);
  await sql`delete from rollup_reason where unit_id = ${unitId} and month = any(${months}::date[])`;
  await sql`
    insert into rollup_reason (unit_id, version_id, month, rule_id, reason, procedure_group, n)
    select ${unitId}, r.version_id, r.month, r.rule_id, r.reason, r.procedure_group, r.n
    from jsonb_populate_recordset(null::rollup_reason, ${JSON.stringify(reasons)}::jsonb) r`;
}
