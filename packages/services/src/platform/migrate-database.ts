import { connect } from "@gandan/db/connect";
import { migrate } from "@gandan/db/migrate/migrate";
import { migrationFiles } from "@gandan/db/migrate/migration-files";

/** Brings the schema up to date with the owner's login; a second run changes nothing. Gives the names run now. */
export async function migrateDatabase(url: string): Promise<{ applied: string[] }> {
  const owner = connect({ url, max: 1, name: "gandan-migrate" });
  try {
    return await migrate(owner.sql);
  } finally {
    await owner.end();
  }
}

/** Names of the migrations that the database still lacks. Rejects when it cannot be reached. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const owner = connect({ url, max: 1, name: "gandan-doctor" });
  try {
    const [{ known } = { known: null }] = await owner.sql`select to_regclass('migrator.migration') as known`;
    const done = known ? await owner.sql<{ name: string }[]>`select name from migrator.migration` : [];
    const names = new Set(done.map(({ name }) => name));
    return migrationFiles.map(({ name }) => name).filter((name) => !names.has(name));
  } finally {
    await owner.end();
  }
}
