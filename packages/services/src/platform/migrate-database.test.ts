import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrateDatabase, pendingMigrations } from "./migrate-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("finds nothing to do in a migrated database", async () => {
  expect(await pendingMigrations(database.url)).toEqual([]);
  expect(await migrateDatabase(database.url)).toEqual({ applied: [] });
});

it("names what a database lacks", async () => {
  const [last] = await database.root<{ name: string }[]>`
    delete from migrator.migration where name = (select max(name) from migrator.migration) returning name`;
  expect(await pendingMigrations(database.url)).toEqual([last?.name]);
});
