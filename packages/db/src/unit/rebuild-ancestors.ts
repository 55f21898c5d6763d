import type { Sql, TransactionSql } from "postgres";

/**
 * Derives `unit_ancestors` anew from `unit_parent`: set-wise, level by level; validity is where all units and links of the way
 * hold at once. Only rows that differ are written, so a second run changes nothing. Owner's connection.
 */
export async function rebuildAncestors(sql: Sql | TransactionSql): Promise<{ changed: number }> {
  const [row] = await sql<{ changed: number }[]>`
    with recursive way as (
      select id as ancestor_id, id as descendant_id, valid_from, valid_to, 0 as depth from unit
      union all
      select parent.parent_id, way.descendant_id, greatest(way.valid_from, parent.valid_from, above.valid_from),
        least(way.valid_to, parent.valid_to, above.valid_to), way.depth + 1
      from way join unit_parent parent on parent.unit_id = way.ancestor_id
      join unit above on above.id = parent.parent_id
      where greatest(way.valid_from, parent.valid_from, above.valid_from)
          < coalesce(least(way.valid_to, parent.valid_to, above.valid_to), 'infinity')
        and way.depth < 16
    ),
    wanted as materialized (
      select distinct on (way.ancestor_id, way.descendant_id, way.valid_from) way.*,
        way.valid_from = life.valid_from as from_start, way.valid_to is not distinct from life.valid_to as to_end
      from way join unit life on life.id = way.descendant_id
      order by way.ancestor_id, way.descendant_id, way.valid_from, way.depth
    ),
    gone as (
      delete from unit_ancestors old
      where not exists (
        select from wanted where wanted.ancestor_id = old.ancestor_id and wanted.descendant_id = old.descendant_id
          and wanted.valid_from = old.valid_from)
      returning 1
    ),
    written as (
      insert into unit_ancestors (ancestor_id, descendant_id, valid_from, valid_to, depth, from_start, to_end)
      select ancestor_id, descendant_id, valid_from, valid_to, depth, from_start, to_end from wanted
      on conflict (ancestor_id, descendant_id, valid_from) do update
        set valid_to = excluded.valid_to, depth = excluded.depth, from_start = excluded.from_start, to_end = excluded.to_end
        where (unit_ancestors.valid_to, unit_ancestors.depth, unit_ancestors.from_start, unit_ancestors.to_end)
          is distinct from (excluded.valid_to, excluded.depth, excluded.from_start, excluded.to_end)
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from written))::int as changed`;
  return { changed: row?.changed ?? 0 };
}
