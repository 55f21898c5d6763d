import type { Sql } from "postgres";

/** Units with answer sheets that wait to be moved on, and how many, for a connection of the worker role. */
export async function findAnswers(sql: Sql): Promise<{ unitId: string; waiting: number }[]> {
  return sql<{ unitId: string; waiting: number }[]>`
    select unit_id as "unitId", count(*)::int as waiting from survey_inbox group by unit_id order by unit_id`;
}
