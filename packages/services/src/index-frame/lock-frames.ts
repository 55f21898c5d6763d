import type { TransactionSql } from "postgres";

/** One change of the unit's frames at a time, until the transaction ends. */
export async function lockFrames(sql: TransactionSql, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`frames ${unitId}`}, 0))`;
}

/** Held by whoever enters results by a frame, before reading it: a frame is not taken back meanwhile. */
export async function holdFrame(sql: TransactionSql, frameId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`frame ${frameId}`}, 0))`;
}

/** Waits until nobody enters results by the frame and lets nobody begin, until the transaction ends. */
export async function closeFrame(sql: TransactionSql, frameId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`frame ${frameId}`}, 0))`;
}
