import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test-database";
import { addUnits, type NewUnit } from "./add-unit";
import { descendantsOf, unitById, unitBySlug } from "./find-unit";
import { unitIdOf } from "./unit-id";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const province: NewUnit = {
  level: "province",
  type: "tỉnh",
  code: "70",
  name: "Tỉnh Bình Phước",
  validFrom: "1900-01-01",
  validTo: "2025-07-01",
};
const office = (n: number, parentId: string): NewUnit => ({
  level: "office",
  type: "phòng",
  code: `70-P${n}`,
  name: `Phòng ${n}`,
  parentId,
  validFrom: "2020-01-01",
});

it("adds parents and children in one call, again without change", async () => {
  const parentId = unitIdOf("province", "70", "1900-01-01");
  const units = [office(1, parentId), office(2, parentId), province];
  const ids = await addUnits(database.owner.sql, units);
  expect(ids[2]).toBe(parentId);
  expect(await addUnits(database.owner.sql, units)).toEqual(ids);
  expect((await descendantsOf(database.app.sql, parentId, "2024-06-01")).map(({ slug }) => slug)).toEqual([
    "phong-1-70-p1",
    "phong-2-70-p2",
  ]);
  expect(await descendantsOf(database.app.sql, parentId, "2025-07-01")).toEqual([]);
});

it("moves a unit under another parent, and gives each address to one unit only", async () => {
  const [first, second] = await addUnits(database.owner.sql, [
    { ...province, code: "80", name: "Tỉnh Một", validTo: undefined, validFrom: "2020-01-01" },
    { ...province, code: "81", name: "Tỉnh Hai", validTo: undefined, validFrom: "2020-01-01" },
  ]);
  const [child] = await addUnits(database.owner.sql, [office(3, first!)]);
  await addUnits(database.owner.sql, [office(3, second!)]);
  expect(await descendantsOf(database.app.sql, first!, "2024-01-01")).toEqual([]);
  expect((await unitById(database.app.sql, child!, "2024-01-01"))?.parentId).toBe(second);
  const [later] = await addUnits(database.owner.sql, [{ ...office(3, second!), validFrom: "2026-01-01" }]);
  expect((await unitBySlug(database.app.sql, "phong-3-70-p3", "2026-02-01"))?.id).toBe(child);
  expect((await unitBySlug(database.app.sql, "phong-3-70-p3-2026", "2026-02-01"))?.id).toBe(later);
});
