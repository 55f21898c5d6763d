import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { at, dossierOf, record, unitWithModel } from "../rollup/rollup-test-unit";
import { verifyRollups } from "../rollup/verify-rollups";
import { openWorker } from "./open-worker";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a round folds and judges all units, and a second finds nothing to do", async () => {
  const scopes = [await unitWithModel(database), await unitWithModel(database)];
  const early = new Date(at("2026-03-02T09:00"));
  for (const scope of scopes) await record(scope, early, [dossierOf("A-1", 2), dossierOf("A-2", 2)]);
  const worker = openWorker({ ...process.env, DATABASE_URL: database.url });
  const { signal } = new AbortController();
  expect(await worker.keepFigures(signal)).toBe(true);
  expect(await worker.keepFigures(signal)).toBe(false);
  await worker.close();
  for (const scope of scopes) {
    expect(await verifyRollups(scope)).toEqual([]);
    const [month] = await database.root`select dossiers, missed from rollup_month where unit_id = ${scope.unitId}`;
    // Both fell due long ago, which time alone has told.
    expect(month).toEqual({ dossiers: 2, missed: [2, 0] });
  }
});
