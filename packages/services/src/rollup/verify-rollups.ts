import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { recountDays, resumMonths } from "./recount-days";

export interface RollupDifference {
  grain: "day" | "month";
  versionId: string;
  period: string;
}

/**
 * Recounts everything from the live rows and says where a roll-up differs; nothing is changed.
 * Days that wait to be folded are not differences and are left out.
 */
export function verifyRollups(ctx: UnitScope): Promise<RollupDifference[]> {
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    const differences = await sql<RollupDifference[]>`
      with counted as (${recountDays(sql, unitId, null)}), summed as (${resumMonths(sql, unitId, null)}),
      waiting as (select distinct day from rollup_dirty where unit_id = ${unitId}),
      day_now as (
        select version_id, day, dossiers, met, missed, pending, not_applicable from rollup_day where unit_id = ${unitId}
      ),
      month_now as (
        select version_id, month, dossiers, met, missed, pending, not_applicable
        from rollup_month where unit_id = ${unitId}
      )
      select 'day' as grain, version_id as "versionId", day as period from (
        (select version_id, day, dossiers, met, missed, pending, not_applicable from counted except table day_now)
        union (table day_now except select version_id, day, dossiers, met, missed, pending, not_applicable from counted)
      ) d where day not in (table waiting)
      union
      select 'month', version_id, month from (
        (select version_id, month, dossiers, met, missed, pending, not_applicable from summed except table month_now)
        union (table month_now except select version_id, month, dossiers, met, missed, pending, not_applicable from summed)
      ) m
      where not exists (select 1 from waiting w where date_trunc('month', w.day)::date = m.month)
      order by 1, 3`;
    return [...differences];
  });
}
