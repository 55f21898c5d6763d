import type { TransactionSql } from "postgres";
import type { Database } from "./connect";

const CHANNEL = "gandan_public_change";

/**
 * Says, when the transaction commits, that something shown on the public pages of a unit has changed: every process that
 * keeps finished pages lets go of those of this unit, of all units with null. To be called by whatever changes what
 * citizens see.
 */
export async function notePublicChange(sql: TransactionSql, unitId: string | null): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${unitId ?? ""})`;
}

/**
 * Calls `changed` with the id of each unit whose public pages have changed; with null when all may have, or when something may
 * have been missed (each time the connection was made anew). Ends with the database's pool.
 */
export function watchPublicChanges(database: Database, changed: (unitId: string | null) => void): void {
  const listen = () => {
    database.sql
      .listen(
        CHANNEL,
        (unitId) => changed(unitId || null),
        () => changed(null),
      )
      .catch(() => {
        // The database is away: finished pages end by themselves until it is heard again.
        setTimeout(listen, 10_000).unref();
      });
  };
  listen();
}
