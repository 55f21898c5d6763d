import type { Sql } from "postgres";

/** Units with dossiers whose letters are to be looked at by `now`, for a connection of the worker role. */
export async function findLetters(sql: Sql, now: Date): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from dossier where letters_at <= ${now} order by unit_id`;
}
