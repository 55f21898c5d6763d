import type { Sql } from "postgres";

/**
 * Units with signed letters that wait for their files, those that wait longest first; for a connection of the worker role.
 * @param mostTries letters refused so often wait for a person
 */
export async function findMaking(sql: Sql, mostTries: number): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select unit_id as "unitId" from letter_making where made_at is null and tries < ${mostTries}
    group by unit_id order by min(asked_at), unit_id`;
}
