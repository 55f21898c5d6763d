import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareByCode } from "./compare-by-code";

const NOW = new Date("2026-07-15T03:00:00Z");
const QUARTER = { from: "2026-04-01", to: "2026-06-30" };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const parentId = await newUnit(database.owner, { level: "province", type: "tỉnh", code: "44", name: "Tỉnh Thử" });
  await newUnit(database.owner, { parentId, code: "19001", name: "Xã An" });
  await newUnit(database.owner, { parentId, code: "19002", name: "Xã Bình", validTo: "2026-01-01" });
  await newUnit(database.owner, { code: "19003", name: "Xã Nơi Khác" });
});
afterAll(() => database.drop());

test("a unit is named by the code of the last day; only units below it in the period are compared", async () => {
  const { rows, period } = await compareByCode(database.url, { above: "44", ...QUARTER }, NOW);
  expect(period).toEqual(QUARTER);
  expect(rows.map(({ unit, dossiers, ranked }) => [unit.name, dossiers, ranked])).toEqual([["Xã An", 0, null]]);
});

test("a code that no unit had on that day is not found", async () => {
  const gone = { above: "19002", ...QUARTER };
  await expect(compareByCode(database.url, gone, NOW)).rejects.toMatchObject({ key: "unit.notFound" });
});
