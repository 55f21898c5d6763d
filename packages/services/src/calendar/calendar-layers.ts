import type { CalendarSource } from "@gandan/calendar/calendar-source";
import { layerOfDays, ownDays } from "@gandan/model/calendar/own-days";
import type { TransactionSql } from "postgres";

/** A layer of a unit's calendar without its content. */
export interface LayerHead {
  /** Null for the days that the unit keeps itself. */
  id: string | null;
  /** The unit it was laid for; null for the national one. */
  unitId: string | null;
  /** Changes with every change of the layer. */
  stamp: string;
}

/** The layers in force for a unit, lowest first: national, of each unit above it, laid for it, and its own days. */
export function layerHeads(sql: TransactionSql, unitId: string): Promise<LayerHead[]> {
  // xmin changes with every change of a row: the layers themselves, large as they are, are read when they are new.
  return sql<LayerHead[]>`
    select l.id, l.unit_id as "unitId", current_database() || ' ' || l.id || ' ' || l.xmin as stamp,
      l.unit_id is null as national, a.depth
    from calendar_layer l
    left join (select ancestor_id, max(depth) as depth from unit_ancestors where descendant_id = ${unitId} group by 1) a
      on a.ancestor_id = l.unit_id
    where l.unit_id is null or a.ancestor_id is not null
    union all
    select null, s.unit_id, current_database() || ' ' || s.unit_id || ' ' || s.revision, false, -1
    from unit_setting s where s.unit_id = ${unitId} and s.area = 'calendar'
    order by national desc, depth desc`;
}

/** The layers themselves, in the order of their heads. */
export async function layerSources(sql: TransactionSql, heads: readonly LayerHead[]): Promise<CalendarSource[]> {
  const ids = heads.flatMap(({ id }) => id ?? []);
  const own = heads.find(({ id }) => id === null)?.unitId ?? null;
  const rows = await sql<{ id: string | null; source: unknown }[]>`
    select id, source from calendar_layer where id = any(${ids}::uuid[])
    union all select null, value from unit_setting where unit_id = ${own}::uuid and area = 'calendar'`;
  return heads.flatMap(({ id }) => {
    const source = rows.find((row) => row.id === id)?.source;
    return id === null ? layerOfDays("own", ownDays.parse(source ?? {}).days) : (source as CalendarSource);
  });
}
