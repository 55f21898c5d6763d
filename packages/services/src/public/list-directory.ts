import type { DirectoryUnit } from "@gandan/model/public/unit-directory";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";

/**
 * The communes and offices there are and were, each with its province on its last (or the current) day; an ended one
 * with those that went on with it. For anybody: names and codes of the official catalogue.
 */
export async function listDirectory(ctx: Pick<RequestCtx, "db" | "now">): Promise<DirectoryUnit[]> {
  const today = localToday(ctx.now);
  const { sql } = ctx.db.app;
  const rows = await sql<DirectoryUnit[]>`
    with named as (
      select distinct on (unit_id) unit_id, name, code from unit_name
      order by unit_id, valid_from > ${today}::date, valid_from desc
    ), provinces as (
      select distinct on (a.descendant_id) a.descendant_id, p.slug, n.name
      from unit_ancestors a join unit p on p.id = a.ancestor_id and p.level = 'province'
      join named n on n.unit_id = p.id
      order by a.descendant_id, a.valid_from > ${today}::date, a.valid_from desc, a.depth
    ), went_on as (
      select s.predecessor_id, json_agg(
        json_build_object('slug', u.slug, 'name', n.name, 'code', n.code, 'partial', s.partial) order by n.name) as successors
      from unit_succession s join unit u on u.id = s.successor_id join named n on n.unit_id = u.id group by 1
    )
    select u.slug, n.name, n.code, coalesce(u.valid_to <= ${today}::date, false) as ended,
      case when p.slug is null then null else json_build_object('slug', p.slug, 'name', p.name) end as province,
      case when u.valid_to <= ${today}::date then coalesce(w.successors, '[]'::json) else '[]'::json end as successors
    from unit u
    join named n on n.unit_id = u.id
    left join provinces p on p.descendant_id = u.id
    left join went_on w on w.predecessor_id = u.id
    where u.level in ('commune', 'office') and u.valid_from <= ${today}::date`;
  return [...rows];
}
