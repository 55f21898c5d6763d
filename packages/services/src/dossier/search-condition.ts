import type { DossierSearch } from "@gandan/model/dossier/read-search";
import type { Fragment, TransactionSql } from "postgres";

/**
 * Row-level security lets an index serve only comparisons that can tell nothing of rows of others: equality and order,
 * not LIKE and not full text. So what is searched is a beginning, and a beginning is a range of texts.
 */
const END = "\u{10ffff}";
const range = (sql: TransactionSql, column: Fragment, start: string): Fragment =>
  sql`(${column} >= ${start} and ${column} < ${start + END})`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** That the name has the words typed with marks, however they are spelt. */
function hasMarks(sql: TransactionSql, marked: readonly string[][]): Fragment {
  return marked.reduce<Fragment>(
    (all, spellings) =>
      sql`${all} and d.name_marked like any(${spellings.map((word) => `%${escapeLike(word)}%`)}::text[])`,
    sql`true`,
  );
}

/** That the name has the words in its middle: all names of the unit are looked through. */
export function insideCondition(sql: TransactionSql, { key, marked }: NonNullable<DossierSearch["name"]>): Fragment {
  return sql`(d.name_key is not null and d.name_key like ${`% ${escapeLike(key)}%`} and ${hasMarks(sql, marked)})`;
}

/** The ways in which `dossier d` may be meant, each a condition that an index of its own serves. */
export function searchConditions(sql: TransactionSql, search: DossierSearch): Fragment[] {
  const { codes, name, phone } = search;
  return [
    ...codes.map((code) => range(sql, sql`d.external_code`, code)),
    ...(phone ? [range(sql, sql`d.phone_tail`, phone)] : []),
    ...(name
      ? [
          sql`(${range(sql, sql`d.name_key`, name.key)} and ${hasMarks(sql, name.marked)})`,
          sql`(${range(sql, sql`d.name_tail`, name.tail)} and ${hasMarks(sql, name.marked)})`,
        ]
      : []),
  ];
}
