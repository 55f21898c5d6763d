import { findOldUploads } from "@gandan/db/find-imports";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { audited, fillCatalogues, unitWith } from "../model/model-test-unit";
import { expireImports, keptSince } from "./expire-imports";
import { fileOf, fileRow, goodRows } from "./import-test-file";
import { exportErrors, getImport } from "./read-import";
import { runImport } from "./run-import";
import { cancelImport, startImport, uploadImport } from "./upload-import";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const DAY = 86_400_000;
const officer = () => unitWith(database, ["desk-officer"]);
const faulty = (n: number) => [...goodRows(2), fileRow(n, { procedure: "9.999999" })];
type Ctx = Awaited<ReturnType<typeof officer>>;
const upload = (ctx: Ctx, rows: readonly string[]) => uploadImport(ctx, { fileName: "ho-so.csv", bytes: fileOf(rows) });
const later = (ctx: Ctx, days: number) => new Date(ctx.now.getTime() + days * DAY);

it("forgets what was uploaded more than seven days ago and never started, and says so in the unit's log", async () => {
  const ctx = await officer();
  const stranger = await officer();
  const { importId } = await upload(ctx, faulty(3));
  const { importId: started } = await upload(ctx, goodRows(3));
  await startImport(ctx, { importId: started, onlyGood: false });
  const { importId: done } = await upload(ctx, goodRows(4));
  await startImport(ctx, { importId: done, onlyGood: false });
  await runImport(ctx, done, ctx.now);
  const { importId: foreign } = await upload(stranger, faulty(3));
  const oldOnes = async (days: number) =>
    (await findOldUploads(database.worker.sql, keptSince(later(ctx, days)))).map(({ unitId }) => unitId);

  expect(await oldOnes(6.9)).not.toContain(ctx.unitId);
  expect(await expireImports(ctx, later(ctx, 6.9))).toBe(0);
  expect((await getImport(ctx, { importId })).errors).toHaveLength(1);

  expect(await oldOnes(7.1)).toEqual(expect.arrayContaining([ctx.unitId, stranger.unitId]));
  expect(await expireImports(ctx, later(ctx, 7.1))).toBe(1);
  const gone = await getImport(ctx, { importId });
  expect(gone).toMatchObject({ state: "expired", rowsTotal: 3, rowsInError: 1, headers: [], sample: [], errors: [] });
  const kept = await database.root<{ id: string }[]>`
    select run_id as id from import_file where unit_id in (${ctx.unitId}, ${stranger.unitId})`;
  expect(kept.map(({ id }) => id).sort()).toEqual([started, foreign].sort());
  expect((await getImport(ctx, { importId: started })).state).toBe("waiting");
  expect((await getImport(ctx, { importId: done })).state).toBe("done");
  expect((await getImport(stranger, { importId: foreign })).state).toBe("checked");
  expect((await audited(ctx)).at(-1)).toBe("import.expire");

  expect(await oldOnes(7.1)).not.toContain(ctx.unitId);
  expect(await expireImports(ctx, later(ctx, 8))).toBe(0);
  await expect(startImport(ctx, { importId, onlyGood: true })).rejects.toMatchObject({ key: "import.done" });
  expect(await upload(ctx, faulty(3))).toMatchObject({ isNew: true });
});

it("lists every error while the file is kept, and says when it no longer can", async () => {
  const ctx = await officer();
  const rows = Array.from({ length: 10_050 }, (_, n) => fileRow(n + 1, { procedure: "9.999999" }));
  const { importId } = await upload(ctx, rows);
  expect(await getImport(ctx, { importId })).toMatchObject({
    rowsInError: 10_050,
    errorsKept: 10_000,
    allErrors: true,
  });
  const whole = await exportErrors(ctx, { importId });
  expect(whole.isWhole).toBe(true);
  expect(whole.errors).toHaveLength(10_050);
  expect(whole.errors.at(-1)).toMatchObject({ line: 10_051, key: "unknownProcedure" });
  await cancelImport(ctx, { importId });
  expect(await getImport(ctx, { importId })).toMatchObject({ errorsKept: 10_000, allErrors: false });
  const rest = await exportErrors(ctx, { importId });
  expect([rest.isWhole, rest.errors.length]).toEqual([false, 10_000]);
});
