import type { TransactionSql } from "postgres";

/**
 * Lets one transaction of a unit record at a time; the others wait for its end. Taken before anything else is locked, so
 * that no two of them wait for each other.
 */
export async function lockRecording(sql: TransactionSql, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`record ${unitId}`}, 0))`;
}
