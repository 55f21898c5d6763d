import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileOf, goodRows } from "../import/import-test-file";
import { uploadImport } from "../import/upload-import";
import { ORIGIN, unitWithDrafts } from "../letter/letter-test-unit";
import { signLetters } from "../letter/sign-letters";
import { unitWith } from "../model/model-test-unit";
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

test("files of letters are made for all units, also when one letter cannot be made, and then there is nothing to do", async () => {
  const units = [await unitWithDrafts(database, 3), await unitWithDrafts(database, 2)];
  for (const { chairman, letters } of units) await signLetters(chairman, { letters }, ORIGIN);
  const { root } = database;
  const bad = units[0]!.letters[1]!.letterId;
  await root`update letter_making set document = document || '{"date": ""}' where letter_id = ${bad}`;
  const worker = openWorker({ ...process.env, DATABASE_URL: database.url });
  const { signal } = new AbortController();
  expect(await worker.makeLetters(signal)).toBe(true);
  expect(await worker.makeLetters(signal)).toBe(false);
  await worker.close();
  const made = await root`
    select unit_id as "unitId", count(*)::int as n from letter_file
    where unit_id in ${root(units.map(({ unitId }) => unitId))} group by 1`;
  expect(new Map(made.map(({ unitId, n }) => [unitId, n]))).toEqual(
    new Map([
      [units[0]!.unitId, 2],
      [units[1]!.unitId, 2],
    ]),
  );
});

test("an upload that nobody started is forgotten, and looked for once an hour", async () => {
  const ctx = await unitWith(database, ["desk-officer"]);
  await uploadImport(ctx, { fileName: "ho-so.csv", bytes: fileOf(goodRows(2)) });
  await database.root`update import_run set created_at = now() - interval '8 days' where unit_id = ${ctx.unitId}`;
  const worker = openWorker({ ...process.env, DATABASE_URL: database.url });
  const { signal } = new AbortController();
  expect(await worker.expireImports(signal)).toBe(true);
  expect(await database.root`select state from import_run where unit_id = ${ctx.unitId}`).toEqual([
    { state: "expired" },
  ]);
  await database.root`update import_run set state = 'checked' where unit_id = ${ctx.unitId}`;
  expect(await worker.expireImports(signal)).toBe(false);
  await worker.close();
});

test("a database that does not answer is told from other trouble, in the finding and in the work of a unit", async () => {
  const gone = new URL(database.url);
  gone.port = "1";
  const nobody = openWorker({ ...process.env, DATABASE_URL: gone.href });
  const { signal } = new AbortController();
  const failing = (run: Promise<unknown>) => run.then(() => null, nobody.away);
  expect(await failing(nobody.keepFigures(signal))).toBe("ECONNREFUSED");
  expect(await failing(nobody.runImports(signal))).toBe("ECONNREFUSED");
  await nobody.close();

  const scope = await unitWithModel(database);
  await record(scope, new Date(at("2026-03-02T09:00")), [dossierOf("A-1", 2)]);
  const halfway = openWorker({ ...process.env, DATABASE_URL: database.url, DATABASE_APP_URL: gone.href });
  expect(await failing(halfway.keepFigures(signal))).toBe("ECONNREFUSED");
  await halfway.close();
});
