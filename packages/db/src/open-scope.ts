import type { TransactionSql } from "postgres";
import type { Database, Drizzle } from "./connect";

/** drizzle inside a transaction. */
export type UnitTx = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** postgres.js on the connection of a drizzle transaction, for COPY and set-wise statements. */
function plainSql(tx: UnitTx): TransactionSql {
  return (tx._.session as unknown as { client: TransactionSql }).client;
}

/**
 * A transaction in which `setting` holds `id`; it ends with the transaction.
 * The literal `SET LOCAL` also reaches the workers of a distributed PostgreSQL, which set_config() does not;
 * it is sent together with the first query of `fn`, without a round trip of its own.
 * @throws Error when `id` is no UUID in lower case.
 */
export async function openScope<T>(
  database: Database,
  setting: "app.unit_id" | "app.scope_id",
  id: string,
  fn: (tx: UnitTx, sql: TransactionSql) => Promise<T>,
  readOnly = false,
): Promise<T> {
  if (!UUID.test(id)) throw new Error(`${setting} must be a UUID`);
  return database.db.transaction(async (tx) => {
    const sql = plainSql(tx);
    const set = sql.unsafe(`${readOnly ? "SET LOCAL transaction_read_only = on; " : ""}SET LOCAL ${setting} = '${id}'`);
    const [, result] = await Promise.all([set.execute(), fn(tx, sql)]);
    return result;
  });
}
