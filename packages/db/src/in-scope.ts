import type { TransactionSql } from "postgres";
import type { Database } from "./connect";
import { openScope, type UnitTx } from "./open-scope";

/** What `inScope` needs of a `UnitCtx`: the unit that looks down. */
export interface OversightScope {
  db: { oversight: Database };
  unitId: string;
}

/**
 * Runs `fn` in one read-only transaction of the oversight role: roll-ups, register and published models of
 * `ctx.unitId` and the units below it.
 */
export function inScope<T>(ctx: OversightScope, fn: (tx: UnitTx, sql: TransactionSql) => Promise<T>): Promise<T> {
  return openScope(ctx.db.oversight, "app.scope_id", ctx.unitId, fn, true);
}
