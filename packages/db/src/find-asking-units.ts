import type { Sql } from "postgres";

/**
 * Units that asked citizens anything up to a day, and whether their officers' results of the quarter that began on
 * `quarter` are still to be counted; for a connection of the worker role.
 */
export async function findAskingUnits(
  sql: Sql,
  { quarter, until }: { quarter: string; until: string },
): Promise<{ unitId: string; toCount: boolean }[]> {
  return sql<{ unitId: string; toCount: boolean }[]>`
    select f.unit_id as "unitId", o.unit_id is null as "toCount"
    from (select distinct unit_id from survey_form where opened_on <= ${until}) f
    left join officer_round o on o.unit_id = f.unit_id and o.quarter = ${quarter}
    order by 1`;
}
