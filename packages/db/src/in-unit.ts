import type { TransactionSql } from "postgres";
import type { Database } from "./connect";
import { openScope, type UnitTx } from "./open-scope";

/** What `inUnit` needs of a `UnitCtx`. */
export interface UnitScope {
  db: { app: Database };
  unitId: string;
}

/**
 * Runs `fn` in one transaction that sees and writes rows of `ctx.unitId` only. All tenant data goes through here.
 * `tx` is drizzle, `sql` postgres.js on the same connection. Rolled back when `fn` throws.
 */
export function inUnit<T>(ctx: UnitScope, fn: (tx: UnitTx, sql: TransactionSql) => Promise<T>): Promise<T> {
  return openScope(ctx.db.app, "app.unit_id", ctx.unitId, fn);
}
