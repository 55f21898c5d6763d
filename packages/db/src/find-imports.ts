import type { Sql } from "postgres";

/** Units with uploads from before a moment that nobody started; for a connection of the worker role. */
export async function findOldUploads(sql: Sql, before: Date): Promise<{ unitId: string }[]> {
  return sql<{ unitId: string }[]>`
    select distinct unit_id as "unitId" from import_run
    where state in ('checked', 'failed') and created_at < ${before}`;
}

/**
 * Imports that wait for the worker, the oldest first, and those that a killed worker left in the middle;
 * for a connection of the worker role.
 */
export async function findImports(sql: Sql): Promise<{ unitId: string; importId: string }[]> {
  return sql<{ unitId: string; importId: string }[]>`
    select unit_id as "unitId", id as "importId" from import_run
    where state in ('waiting', 'running') order by created_at, id`;
}
