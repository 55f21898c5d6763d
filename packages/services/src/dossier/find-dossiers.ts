import { type DossierSearch, readSearch } from "@gandan/model/dossier/read-search";
import type { Fragment, TransactionSql } from "postgres";
import { hasMarks, searchConditions } from "./search-condition";

/** Up to so many dossiers that a search may mean are looked at one by one. */
export const MOST_FOUND = 2_000;

/** What a search means: these dossiers; or so many that only a condition tells them. */
export type Found = { ids: string[] } | { many: Fragment };

async function lookUp(sql: TransactionSql, unitId: string, conditions: readonly Fragment[]): Promise<string[]> {
  const parts = conditions.map(
    (condition) =>
      sql`(select d.id from dossier d where d.unit_id = ${unitId} and ${condition} limit ${MOST_FOUND + 1})`,
  );
  const union = parts.reduce((all, part) => sql`${all} union ${part}`);
  const rows = await sql<{ id: string }[]>`${union}`;
  return rows.map(({ id }) => id);
}

/** Dossiers whose name has the words in its middle: all different names of the unit are looked through. */
function lookInside(sql: TransactionSql, unitId: string, name: NonNullable<DossierSearch["name"]>): Promise<string[]> {
  return sql<{ id: string }[]>`
    with names as materialized (
      select distinct d.name_key from dossier d
      where d.unit_id = ${unitId} and d.name_key is not null and d.name_key like ${`% ${name.key}%`}
      limit ${MOST_FOUND + 1}
    )
    select d.id from names n join dossier d on d.unit_id = ${unitId} and d.name_key = n.name_key
    where ${hasMarks(sql, name.marked)} limit ${MOST_FOUND + 1}`.then((rows) => rows.map(({ id }) => id));
}

/**
 * The dossiers of the unit that someone means: by the beginning of the code or of the name, by the last words of the
 * name or the last digits of the phone; when there is none, by words in the middle of the name.
 */
export async function findDossiers(sql: TransactionSql, unitId: string, typed: string): Promise<Found> {
  const search = readSearch(typed);
  if (!search) return { ids: [] };
  const conditions = searchConditions(sql, search);
  const ids = await lookUp(sql, unitId, conditions);
  if (ids.length > MOST_FOUND) return { many: conditions.reduce((all, each) => sql`${all} or ${each}`) };
  if (ids.length > 0 || !search.name) return { ids };
  const inside = await lookInside(sql, unitId, search.name);
  if (inside.length <= MOST_FOUND) return { ids: inside };
  return { many: sql`(d.name_key like ${`% ${search.name.key}%`} and ${hasMarks(sql, search.name.marked)})` };
}
