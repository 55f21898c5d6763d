import { createHash } from "node:crypto";
import type { Sql } from "postgres";
import { migrationFiles } from "./migration-files";

const LOCK = 4_155_001;

export interface MigrateReport {
  /** Names of the migrations run now, in order; empty when the database was up to date. */
  applied: string[];
}

/** SHA-256 over the statements, hexadecimal. */
function checksumOf(statements: readonly string[]): string {
  return createHash("sha256").update(statements.join("\n;\n")).digest("hex");
}

/**
 * Brings the schema up to date with the owner's connection: each migration in its own transaction, one statement at a
 * time, noted with its checksum. Two callers at once wait for each other. A second run changes nothing.
 * @throws Error when a migration that was applied has been changed since.
 */
export async function migrate(sql: Sql, files = migrationFiles): Promise<MigrateReport> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${LOCK})`;
    await connection`create schema if not exists migrator`;
    await connection`create table if not exists migrator.migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const done = new Map(
      (await connection<{ name: string; checksum: string }[]>`select name, checksum from migrator.migration`).map(
        (row) => [row.name, row.checksum],
      ),
    );
    const applied: string[] = [];
    for (const { name, statements } of files) {
      const checksum = checksumOf(statements);
      const known = done.get(name);
      if (known === checksum) continue;
      if (known !== undefined) throw new Error(`Migration ${name} was changed after it had been applied`);
      await connection`begin`;
      try {
        // A schema named like the login would otherwise come first.
        await connection`set local search_path = public`;
        for (const statement of statements) await connection.unsafe(statement);
        await connection`insert into migrator.migration (name, checksum) values (${name}, ${checksum})`;
        await connection`commit`;
      } catch (error) {
        await connection`rollback`;
        throw error;
      }
      applied.push(name);
    }
    return { applied };
  } finally {
    await connection`select pg_advisory_unlock(${LOCK})`.catch(() => {});
    connection.release();
  }
}
