import type { Sql } from "postgres";

export interface WaitingWork {
  unitId: string;
  /** Roll-up days are waiting to be folded. */
  dirty: boolean;
  /** An outcome may have changed by time alone. */
  due: boolean;
}

/** Units with work waiting at `now`, for a connection of the worker role: the only look across units, and no contents. */
export async function findWork(sql: Sql, now: Date): Promise<WaitingWork[]> {
  return sql<WaitingWork[]>`
    select unit_id as "unitId", bool_or(dirty) as dirty, bool_or(due) as due
    from (
      select distinct unit_id, true as dirty, false as due from rollup_dirty
      union all
      select distinct unit_id, false, true from dossier where next_judge_at <= ${now}
    ) waiting
    group by unit_id order by unit_id`;
}
