import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import type { TransactionSql } from "postgres";
import { composableOf, fillLetter } from "./compose-letter";
import { SYSTEM } from "./keep-letters";
import { readLetters } from "./letter-row";

/** More drafts that nobody has looked at are taken as ready: they are refused with what they lack. */
const MOST = 1_000;

/** Drafts made by events that nobody has looked at and that lack a datum: they do not wait for a signature yet. */
export async function unreadyDrafts(sql: TransactionSql, unitId: string, now: Date): Promise<string[]> {
  const drafts = await sql<{ id: string }[]>`
    select id from letter where unit_id = ${unitId} and state = 'drafted' and drafted_by = ${SYSTEM}
    order by drafted_at desc limit ${MOST}`;
  if (drafts.length === 0) return [];
  const ids = drafts.map(({ id }) => id);
  const letters = await readLetters(sql, unitId, ids, localDateOf(toLocalMinute(now)));
  return letters.filter((letter) => fillLetter(composableOf(letter, now)).missing.length > 0).map(({ id }) => id);
}
