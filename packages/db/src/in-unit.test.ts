import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inUnit } from "./in-unit";
import { importMapping } from "./schema/import-mapping";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ctxOf = (unitId: string) => ({ db: { app: database.app }, unitId });

it("writes through drizzle and plain queries in one transaction", async () => {
  const unitId = await newUnit(database.owner);
  const at = new Date("2026-11-12T01:20:00.123Z");
  await inUnit(ctxOf(unitId), async (tx, sql) => {
    await tx.insert(importMapping).values({ unitId, name: "một", mapping: { a: [1, "x"] }, updatedAt: at });
    await sql`insert into import_mapping (unit_id, name, mapping, updated_at)
      values (${unitId}, 'hai', ${sql.json({ b: true })}, ${at})`;
    const plain = await sql`select name, mapping, updated_at from import_mapping order by name`;
    expect(plain.map((row) => ({ ...row }))).toEqual([
      { name: "hai", mapping: { b: true }, updated_at: at },
      { name: "một", mapping: { a: [1, "x"] }, updated_at: at },
    ]);
    const [row] = await tx.select().from(importMapping).where(eq(importMapping.name, "hai"));
    expect(row).toMatchObject({ mapping: { b: true }, updatedAt: at });
  });
});

it("passes arrays of instants, days and numbers as plain parameters", async () => {
  const at = new Date("2026-01-02T03:04:05.678Z");
  const [row] = await database.app.sql`
    select unnest(${database.app.sql.array([at])}) as at, unnest(${["2026-01-02"]}::date[]) as day, ${[1, 2]}::int[] as numbers`;
  expect({ ...row }).toEqual({ at, day: "2026-01-02", numbers: [1, 2] });
});

it("rolls back when the function throws, and leaves no unit behind", async () => {
  const unitId = await newUnit(database.owner);
  const attempt = inUnit(ctxOf(unitId), async (tx) => {
    await tx.insert(importMapping).values({ unitId, name: "x", mapping: {} });
    throw new Error("stop");
  });
  await expect(attempt).rejects.toThrow("stop");
  expect(await inUnit(ctxOf(unitId), (tx) => tx.select().from(importMapping))).toEqual([]);
  const settings = await Promise.all(
    Array.from({ length: 8 }, () => database.app.sql`select current_setting('app.unit_id', true) as value`),
  );
  expect(settings.every(([row]) => !row?.value)).toBe(true);
});

it("refuses what is no UUID before it reaches the database", async () => {
  await expect(inUnit(ctxOf("'; drop table unit; --"), async () => 1)).rejects.toThrow("must be a UUID");
});

it("runs as a role that is neither owner nor superuser, in UTC", async () => {
  const [row] = await database.app.sql`
    select current_user as name, current_setting('TimeZone') as zone, rolsuper from pg_roles where rolname = current_user`;
  expect({ ...row }).toEqual({ name: "gandan_app", zone: "UTC", rolsuper: false });
  const [plan] = await database.oversight.sql`show plan_cache_mode`;
  expect(plan?.plan_cache_mode).toBe("force_custom_plan");
});
