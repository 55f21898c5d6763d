import type { DossierSearch } from "@gandan/model/dossier/read-search";
import type { Fragment, TransactionSql } from "postgres";
import { insideCondition, searchConditions } from "./search-condition";

/** Longer lists are not counted to their end. */
export const MOST_COUNTED = 10_000;

/** A part of what was found, latest receipt first. */
export interface Part {
  limit: number;
  skip: number;
  descending: boolean;
}

export interface Found {
  total: number;
  /** There are more than `total`: which ones, only a walk through the list tells. */
  more: boolean;
  /** Those of the part asked for, in order; none when there are more. */
  ids: string[];
}

async function collect(
  sql: TransactionSql,
  unitId: string,
  conditions: readonly Fragment[],
  { limit, skip, descending }: Part,
): Promise<Found> {
  const meant = conditions
    .map(
      (condition) =>
        sql`(select d.id, d.received_on from dossier d where d.unit_id = ${unitId} and ${condition} limit ${MOST_COUNTED + 1})`,
    )
    .reduce((all, each) => sql`${all} union ${each}`);
  const order = sql.unsafe(descending ? "received_on desc, id desc" : "received_on, id");
  const [row] = await sql<{ total: number; ids: string[] }[]>`
    with meant as materialized (${meant})
    select (select count(*)::int from meant) as total,
      array(select id from meant order by ${order} limit ${limit} offset ${skip}) as ids`;
  const { total, ids } = row!;
  return total > MOST_COUNTED ? { total: MOST_COUNTED, more: true, ids: [] } : { total, more: false, ids };
}

/**
 * The dossiers of the unit that someone means: by the beginning of the code or of the name, by the last words of the
 * name or the last digits of the phone; when there is none, by words in the middle of the name. The indexes
 * alone tell it.
 */
export async function findDossiers(
  sql: TransactionSql,
  unitId: string,
  search: DossierSearch,
  part: Part,
): Promise<Found> {
  const found = await collect(sql, unitId, searchConditions(sql, search), part);
  if (found.total > 0 || !search.name) return found;
  return collect(sql, unitId, [insideCondition(sql, search.name)], part);
}

/** The same as conditions on `dossier d`, for lists that ask for more than words: the second holds where the first finds none. */
export function meanings(sql: TransactionSql, search: DossierSearch): Fragment[] {
  const first = searchConditions(sql, search).reduce((all, each) => sql`${all} or ${each}`);
  return [sql`(${first})`, ...(search.name ? [insideCondition(sql, search.name)] : [])];
}
