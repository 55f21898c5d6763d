import { afterAll, beforeAll, expect, it } from "vitest";
import { inUnit } from "../in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "../test-database";
import { appendAudit } from "./append-audit";
import { verifyAudit } from "./verify-audit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = new Date("2026-11-12T01:20:00.123Z");
const append = (unitId: string, n: number) =>
  inUnit({ db: { app: database.app }, unitId }, (_tx, sql) =>
    appendAudit(sql, {
      unitId,
      at,
      actor: "Nguyễn Thị Hoà",
      action: "model.publish",
      subject: n % 2 ? `s${n}` : null,
      details: { n, share: 0.25, nested: { b: 1, a: ["ế", null] } },
    }),
  );
const verify = (unitId: string) =>
  inUnit({ db: { app: database.app }, unitId }, (_tx, sql) => verifyAudit(sql, unitId));

it("chains entries, also when written at once", async () => {
  const unitId = await newUnit(database.owner);
  expect(await verify(unitId)).toEqual({ rows: 0, head: "", brokenAt: null });
  await Promise.all(Array.from({ length: 12 }, (_, n) => append(unitId, n)));
  const report = await verify(unitId);
  expect(report).toMatchObject({ rows: 12, brokenAt: null });
  expect(report.head).toMatch(/^[0-9a-f]{64}$/);
});

it.each([
  ["a changed detail", "update audit_log set details = '{}' where unit_id = $1 and seq = 3", 3],
  ["a changed actor", "update audit_log set actor = 'khác' where unit_id = $1 and seq = 1", 1],
  ["a changed moment", "update audit_log set at = at + interval '1 ms' where unit_id = $1 and seq = 2", 2],
  ["a removed row", "delete from audit_log where unit_id = $1 and seq = 2", 2],
  ["a forged hash", "update audit_log set hash = repeat('0', 64) where unit_id = $1 and seq = 4", 4],
])("finds %s", async (_what, text, brokenAt) => {
  const unitId = await newUnit(database.owner);
  for (let n = 0; n < 5; n++) await append(unitId, n);
  await database.root.unsafe(text, [unitId]);
  expect((await verify(unitId)).brokenAt).toBe(brokenAt);
});
