import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";

/** 70 MB of binaries that only this benchmark needs: fetched by it, so that no installation waits for them. */
const PACKAGE = "@duckdb/node-api@1.5.6-r.1";
const folder = fileURLToPath(new URL("../../../node_modules/.cache/gandan-duckdb", import.meta.url));

interface Connection {
  run: (sql: string) => Promise<unknown>;
  runAndReadAll: (sql: string) => Promise<{ getRowObjectsJS: () => unknown[] }>;
  closeSync: () => void;
}

interface DuckDb {
  DuckDBInstance: { create: (file: string) => Promise<{ connect: () => Promise<Connection>; closeSync: () => void }> };
}

/** DuckDB, installed on first use; null with a sentence on stderr when that is impossible. */
function loadDuckDb(): DuckDb | null {
  if (!existsSync(join(folder, "node_modules", "@duckdb", "node-api"))) {
    mkdirSync(folder, { recursive: true });
    const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", PACKAGE];
    if (spawnSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] }).status !== 0) {
      console.error(`DuckDB could not be installed: npm install --prefix ${folder} ${PACKAGE}`);
      return null;
    }
  }
  return createRequire(join(folder, "package.json"))("@duckdb/node-api") as DuckDb;
}

export interface DuckDbPeer {
  all: <Row>(sql: string) => Promise<Row[]>;
  close: () => void;
}

/**
 * The table `judged` of PostgreSQL in a DuckDB file of its own in the folder `place`, as that reads it fastest: units by small
 * numbers (their place in `units`), a column `rule0` … for each rule's outcome, rows sorted by unit and day. Null without DuckDB.
 */
export async function copyToDuckDb(
  root: Sql,
  units: readonly string[],
  rules: number,
  place: string,
): Promise<DuckDbPeer | null> {
  const duckDb = loadDuckDb();
  if (!duckDb) return null;
  const csv = join(place, "judged.csv");
  // The server writes the file, as a user of its own.
  chmodSync(place, 0o777);
  await root.unsafe(`
    copy (select array_position(array['${units.join("','")}']::uuid[], unit_id) - 1, day, bits from judged)
    to '${csv}' (format csv)`);
  const instance = await duckDb.DuckDBInstance.create(join(place, "judged.duckdb"));
  const connection = await instance.connect();
  const outcomes = Array.from({ length: rules }, (_, rule) => `((bits >> ${2 * rule}) & 3)::utinyint as rule${rule}`);
  await connection.run(`
    create table judged as
    select unit, day, ${outcomes.join(", ")} from read_csv('${csv}', header = false, columns = {unit: 'SMALLINT', day: 'DATE', bits: 'INTEGER'})
    order by unit, day`);
  await connection.run("checkpoint");
  return {
    all: async <Row>(sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[],
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
