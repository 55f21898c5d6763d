import type { Sql } from "postgres";

/**
 * Communes and offices whose quotas were not counted since a moment, at most `limit`; those that were no more before `until`
 * and those of `except` are left alone. For a connection of the worker role.
 */
export async function findQuotaUnits(
  sql: Sql,
  { since, until, limit, except }: { since: Date; until: string; limit: number; except: readonly string[] },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select u.id from unit u
    left join lateral (select max(as_of) as as_of from rollup_quota q where q.unit_id = u.id) c on true
    where u.level in ('commune', 'office') and (u.valid_to is null or u.valid_to > ${until}::date)
      and u.id <> all(${[...except]}::uuid[]) and (c.as_of is null or c.as_of <= ${since})
    order by c.as_of nulls first, u.id limit ${limit}`;
  return rows.map(({ id }) => id);
}
