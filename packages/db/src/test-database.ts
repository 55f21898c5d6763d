import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { connect, type Database } from "./connect";
import { addUnits, type NewUnit } from "./unit/add-unit";

export interface TestDatabase {
  /** Login of the owner, as DATABASE_URL would be. */
  url: string;
  owner: Database;
  app: Database;
  oversight: Database;
  worker: Database;
  /** Superuser: sees through row-level security, for checks from outside. */
  root: Sql;
  drop: () => Promise<void>;
}

function testUrl(name: "GANDAN_TEST_URL" | "GANDAN_TEST_SUPER_URL"): string {
  const url = process.env[name];
  if (!url) throw new Error("Tests on PostgreSQL need @gandan/db/test-server-setup as vitest globalSetup");
  return url;
}

/** A database of its own for a test file, cloned from the migrated one. Drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const admin = postgres(testUrl("GANDAN_TEST_SUPER_URL"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template gandan owner gandan`);
  const inDatabase = (address: string) => {
    const url = new URL(address);
    url.pathname = `/${name}`;
    return url.href;
  };
  const url = inDatabase(testUrl("GANDAN_TEST_URL"));
  const root = postgres(inDatabase(testUrl("GANDAN_TEST_SUPER_URL")), { max: 2, onnotice: () => {} });
  const owner = connect({ url, max: 2 });
  const app = connect({ url, role: "app", max: 4 });
  const oversight = connect({ url, role: "oversight", max: 2 });
  const worker = connect({ url, role: "worker", max: 1 });
  return {
    url,
    owner,
    app,
    oversight,
    worker,
    root,
    drop: async () => {
      await Promise.all([owner.end(), app.end(), oversight.end(), worker.end(), root.end()]);
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

let counter = 0;

/** A unit of its own for a test: a commune without anything above it, unless told otherwise. Returns its id. */
export async function newUnit(owner: Database, unit: Partial<NewUnit> = {}): Promise<string> {
  counter++;
  const code = `T${String(counter).padStart(4, "0")}`;
  const [id] = await addUnits(owner.sql, [
    { level: "commune", type: "xã", code, name: `Xã Thử ${counter}`, validFrom: "2020-01-01", ...unit },
  ]);
  return id!;
}
