import type { TransactionSql } from "./audit-session";

/** Ends all sessions of a person, but the one of this handle when there is one; their handles, for the log. */
export async function dropSessions(sql: TransactionSql, staffId: string, butHandle = ""): Promise<string[]> {
  const ended = await sql<{ handle: string }[]>`
    delete from session where staff_id = ${staffId} and id_hash <> ${butHandle} returning id_hash as handle`;
  return ended.map(({ handle }) => handle).sort();
}
