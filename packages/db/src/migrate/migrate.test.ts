import { readdirSync, readFileSync } from "node:fs";
import { CasingCache } from "drizzle-orm/casing";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../connect";
import { tables } from "../relations";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { migrate, refuseOld } from "./migrate";
import { migrationFiles } from "./migration-files";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("carries the migrations as they are in the folder", () => {
  const folder = new URL("../../migrations/", import.meta.url);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({
      name: name.replace(/\.sql$/, ""),
      statements: readFileSync(new URL(name, folder), "utf8")
        .split("--> statement-breakpoint")
        .map((statement) => statement.trim()),
    }));
  expect(migrationFiles).toEqual(files);
});

it("changes nothing the second time, also when two start at once", async () => {
  const runs = await Promise.all([migrate(database.owner.sql), migrate(database.owner.sql)]);
  expect(runs).toEqual([{ applied: [] }, { applied: [] }]);
});

it("leaves nothing of a migration that fails half-way", async () => {
  const broken = [...migrationFiles, { name: "9999_broken", statements: ["create table half (id int)", "select 1/0"] }];
  await expect(migrate(database.owner.sql, broken)).rejects.toMatchObject({ code: "22012" });
  const [row] = await database.root`select to_regclass('public.half') as half`;
  expect(row?.half).toBeNull();
});

it("refuses a migration changed after it was applied", async () => {
  const [first, ...rest] = migrationFiles;
  const changed = [{ name: first!.name, statements: ["select 1"] }, ...rest];
  await expect(migrate(database.owner.sql, changed)).rejects.toThrow("0000_tables was changed");
});

it("says what a login without the right lacks", async () => {
  const url = new URL(database.url);
  const name = `reader_${url.pathname.slice(1)}`;
  await database.root.unsafe(`create role ${name} login password 'x'`);
  url.username = name;
  url.password = "x";
  const reader = connect({ url: url.href, max: 1 });
  try {
    await expect(migrate(reader.sql)).rejects.toMatchObject({ key: "server.mayNotMigrate", details: { login: name } });
  } finally {
    await reader.end();
    await database.root.unsafe(`drop role ${name}`);
  }
});

it("refuses a server that is too old", () => {
  expect(() => refuseOld({ number: 170_006, version: "17.6" })).toThrow("PostgreSQL 18 or later");
  expect(() => refuseOld({ number: 180_004, version: "18.4" })).not.toThrow();
});

it("creates what the schema files describe", async () => {
  const columns = await database.root<{ table: string; column: string; type: string; required: boolean }[]>`
    select c.relname as table, a.attname as column, a.attnotnull as required,
      format_type(a.atttypid, a.atttypmod)
        || case when a.attcollation = 'pg_catalog."C"'::regcollation then ' COLLATE "C"' else '' end as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`;
  const casing = new CasingCache("snake_case");
  const described = Object.values<PgTable>(tables).flatMap((table) => {
    const { name, columns: list, primaryKeys } = getTableConfig(table);
    const keys = new Set(primaryKeys.flatMap((key) => key.columns));
    return list.map((column) => ({
      table: name,
      column: casing.getColumnCasing(column),
      type: column.getSQLType(),
      required: column.notNull || keys.has(column),
    }));
  });
  const order = (rows: { table: string; column: string }[]) =>
    rows.map((row) => ({ ...row })).sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1));
  expect(order(described)).toEqual(order(columns));
});
