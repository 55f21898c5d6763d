import { createHash } from "node:crypto";
import type { ReservedSql, Sql } from "postgres";
import { ServerError } from "../server/server-error";
import { migrationFiles } from "./migration-files";

const LOCK = 4_155_001;
const OLDEST = 180_000;
const INSUFFICIENT_PRIVILEGE = "42501";

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
 * @throws ServerError server.tooOld | server.mayNotMigrate; Error when a migration that was applied has been changed since
 */
export async function migrate(sql: Sql, files = migrationFiles): Promise<MigrateReport> {
  const connection = await sql.reserve();
  try {
    const [server] = await connection<{ number: number; version: string; login: string }[]>`
      select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
        current_user as login`;
    refuseOld(server!);
    await connection`select pg_advisory_lock(${LOCK})`;
    return { applied: await applyMissing(connection, files) };
  } catch (error) {
    if ((error as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw error;
    const [row] = await connection<{ login: string }[]>`select current_user as login`;
    throw new ServerError("server.mayNotMigrate", { login: row?.login ?? "", reason: (error as Error).message });
  } finally {
    await connection`select pg_advisory_unlock_all()`.catch(() => {});
    connection.release();
  }
}

/** @throws ServerError server.tooOld when the server lacks what the schema uses (uuidv7). */
export function refuseOld({ number, version }: { number: number; version: string }): void {
  if (number < OLDEST) throw new ServerError("server.tooOld", { version });
}

async function applyMissing(connection: ReservedSql, files: typeof migrationFiles): Promise<string[]> {
  await connection`create schema if not exists migrator`;
  await connection`create table if not exists migrator.migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
  const rows = await connection<{ name: string; checksum: string }[]>`select name, checksum from migrator.migration`;
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
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
  return applied;
}
