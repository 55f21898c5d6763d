import { connect } from "@gandan/db/connect";
import { findImports } from "@gandan/db/find-imports";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { AppError } from "@gandan/model/error/app-error";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audited, ctxOf, fillCatalogues, unitWith } from "../model/model-test-unit";
import { contentsOf, fileOf, fileRow, goodRows } from "./import-test-file";
import { exportErrors, getImport, listImports } from "./read-import";
import { runImport } from "./run-import";
import { cancelImport, saveMapping, startImport, uploadImport } from "./upload-import";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const officer = () => unitWith(database, ["desk-officer"]);
const upload = (ctx: Awaited<ReturnType<typeof officer>>, rows: readonly string[], fileName = "ho-so.csv") =>
  uploadImport(ctx, { fileName, bytes: fileOf(rows) });

async function bring(ctx: Awaited<ReturnType<typeof officer>>, rows: readonly string[]) {
  const { importId } = await upload(ctx, rows);
  await startImport(ctx, { importId, onlyGood: false });
  expect(await runImport(ctx, importId, ctx.now)).toBe("done");
  return getImport(ctx, { importId });
}

describe("an import", () => {
  it("takes 2,000 rows in, and a second file changes only what is new", async () => {
    const ctx = await officer();
    const first = await bring(ctx, goodRows(2000));
    expect(first).toMatchObject({ state: "done", rowsTotal: 2000, rowsNew: 2000, rowsChanged: 0, rowsInError: 0 });
    const rows = [...goodRows(1998), fileRow(1999, { received: "07/09/2026 07:30" }), ...goodRows(2, 2001)];
    const second = await bring(ctx, rows);
    expect(second).toMatchObject({ state: "done", rowsNew: 2, rowsChanged: 1, rowsSame: 1998 });
    const [{ n } = { n: 0 }] = await database.root<{ n: number }[]>`
      select count(*)::int as n from dossier where unit_id = ${ctx.unitId}`;
    expect(n).toBe(2002);
    expect(await audited(ctx)).toEqual([
      "import.upload",
      "import.start",
      "dossier.import",
      "import.upload",
      "import.start",
      "dossier.import",
    ]);
    expect(first.sample).toEqual([]);
    const files = await database.root`select 1 from import_file where unit_id = ${ctx.unitId}`;
    expect(files).toHaveLength(0);
  });

  it("says so when the very file comes again, and changes nothing", async () => {
    const ctx = await officer();
    const done = await bring(ctx, goodRows(3));
    const before = await contentsOf(database, ctx.unitId);
    expect(await upload(ctx, goodRows(3), "khac-ten.csv")).toEqual({ importId: done.id, isNew: false });
    expect((await listImports(ctx, { page: 1 })).runs).toHaveLength(1);
    expect(await contentsOf(database, ctx.unitId)).toEqual(before);
  });

  it("shows the mapping it guessed, the first rows and every error before anything is written", async () => {
    const ctx = await officer();
    const rows = [
      ...goodRows(30),
      fileRow(31, { procedure: "9.999999" }),
      fileRow(1),
      fileRow(33, { received: "31/02/2026" }),
    ];
    const { importId, isNew } = await upload(ctx, rows);
    const view = await getImport(ctx, { importId });
    expect(isNew).toBe(true);
    expect(view).toMatchObject({ state: "checked", rowsTotal: 33, rowsNew: 30, rowsInError: 3 });
    expect(view.mapping.columns).toMatchObject({
      code: "Mã hồ sơ",
      procedure: "Mã TTHC",
      acceptedAt: "Ngày tiếp nhận",
    });
    expect(view.sample).toHaveLength(20);
    expect(view.sample[0]![0]).toBe("H000001");
    expect(view.errors.map(({ line, column, key }) => [line, column, key])).toEqual([
      [32, "Mã TTHC", "unknownProcedure"],
      [33, "Mã hồ sơ", "twice"],
      [34, "Ngày tiếp nhận", "badDate"],
    ]);
    expect((await contentsOf(database, ctx.unitId)).dossiers).toEqual([]);
    await expect(startImport(ctx, { importId, onlyGood: false })).rejects.toEqual(
      new AppError("INVALID", "import.rowErrors", { count: 3 }),
    );
    await startImport(ctx, { importId, onlyGood: true });
    expect(await runImport(ctx, importId, ctx.now)).toBe("done");
    expect(await getImport(ctx, { importId })).toMatchObject({ state: "done", rowsNew: 30, rowsInError: 3 });
    expect((await exportErrors(ctx, { importId })).errors).toHaveLength(3);
    expect((await audited(ctx)).at(-1)).toBe("import.errors");
  });

  it("reads the file anew by another mapping, and remembers it for the next file", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    const { mapping } = await getImport(ctx, { importId });
    const { phone, ...columns } = mapping.columns;
    expect(phone).toBe("Số điện thoại");
    const chosen = { columns: { ...columns, procedure: "Thủ tục hành chính" }, dateOrder: "dmy" as const };
    await saveMapping(ctx, { importId, source: "Hệ thống mẫu", mapping: chosen });
    expect(await getImport(ctx, { importId })).toMatchObject({
      mapping: chosen,
      rowsInError: 0,
      kept: { name: "Hệ thống mẫu" },
    });
    const next = await upload(ctx, goodRows(4));
    expect((await getImport(ctx, { importId: next.importId })).mapping).toEqual(chosen);
    await expect(
      saveMapping(ctx, { importId, mapping: { columns: { code: "Mã hồ sơ" }, dateOrder: "dmy" } }),
    ).rejects.toMatchObject({ key: "import.columnMissing" });
  });

  it("is not started when every row is in error", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, [fileRow(1, { procedure: "x" })]);
    await expect(startImport(ctx, { importId, onlyGood: true })).rejects.toMatchObject({ key: "import.rowErrors" });
  });

  it("is given up without a trace of its file", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    await cancelImport(ctx, { importId });
    expect(await getImport(ctx, { importId })).toMatchObject({ state: "refused", headers: [], sample: [] });
    await expect(startImport(ctx, { importId, onlyGood: false })).rejects.toMatchObject({ key: "import.done" });
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["import.badFile", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ["import.badFile", Uint8Array.of(0xc3, 0x28, 0x61)],
    ["import.noFile", new Uint8Array()],
    ["import.noHeader", new TextEncoder().encode("\n\n")],
    ["import.empty", fileOf([])],
  ])("%s", async (key, bytes) => {
    const ctx = await officer();
    await expect(uploadImport(ctx, { fileName: "x.csv", bytes })).rejects.toMatchObject({ code: "INVALID", key });
    expect((await listImports(ctx, { page: 1 })).total).toBe(0);
  });
});

describe("the worker", () => {
  it("sees what waits and nothing of its contents", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    const waiting = async () => (await findImports(database.worker.sql)).filter(({ unitId }) => unitId === ctx.unitId);
    expect(await waiting()).toEqual([]);
    await startImport(ctx, { importId, onlyGood: false });
    expect(await waiting()).toEqual([{ unitId: ctx.unitId, importId }]);
    await expect(database.worker.sql`select file_name from import_run`.execute()).rejects.toMatchObject({
      code: "42501",
    });
    await expect(database.worker.sql`select bytes from import_file`.execute()).rejects.toMatchObject({ code: "42501" });
    await runImport(ctx, importId, ctx.now);
    expect(await waiting()).toEqual([]);
  });

  it("leaves nothing when it is killed in the middle, and comes to the same result afterwards", async () => {
    const ctx = await officer();
    const other = await officer();
    const rows = goodRows(5000);
    await bring(other, rows);
    const { importId } = await upload(ctx, rows);
    await startImport(ctx, { importId, onlyGood: false });
    const dying = connect({ url: database.url, role: "app", max: 3, name: "dying-worker" });
    const run = runImport({ db: { app: dying }, unitId: ctx.unitId }, importId, ctx.now);
    const ended = run.then(
      () => "ended",
      () => "died",
    );
    let progress = 0;
    while (progress === 0) {
      const [row] = await database.root<
        { read: number }[]
      >`select rows_read as read from import_run where id = ${importId}`;
      progress = row?.read ?? 0;
    }
    await database.root`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying-worker'`;
    await dying.sql.end({ timeout: 0 });
    expect(await ended).toBe("died");
    expect((await contentsOf(database, ctx.unitId)).dossiers).toEqual([]);
    const left = await getImport(ctx, { importId });
    expect(left.state).toBe("running");
    expect(left.rowsRead).toBeGreaterThan(0);
    expect(await findImports(database.worker.sql)).toContainEqual({ unitId: ctx.unitId, importId });
    expect(await runImport(ctx, importId, ctx.now)).toBe("done");
    expect(await contentsOf(database, ctx.unitId)).toEqual(await contentsOf(database, other.unitId));
    expect(await getImport(ctx, { importId })).toMatchObject({ rowsNew: 5000, rowsRead: 5000 });
  });

  it("stops between two portions when told, and goes on later", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    await startImport(ctx, { importId, onlyGood: false });
    expect(await runImport(ctx, importId, ctx.now, { signal: AbortSignal.abort() })).toBe("stopped");
    expect((await contentsOf(database, ctx.unitId)).dossiers).toEqual([]);
    expect(await runImport(ctx, importId, ctx.now)).toBe("done");
    expect(await runImport(ctx, importId, ctx.now)).toBe("failed");
    expect((await getImport(ctx, { importId })).state).toBe("done");
  });

  it("refuses a file whose rows are no longer as the officer saw them", async () => {
    const ctx = await officer();
    await database.root`
      insert into procedure (code, effective_from, name, procedure_group, confidence)
      values ('7.000001', '2020-01-01', 'Thủ tục thử', 'other', 'high')`;
    const { importId } = await upload(ctx, [fileRow(1), fileRow(2, { procedure: "7.000001" })]);
    await startImport(ctx, { importId, onlyGood: false });
    await database.root`delete from procedure where code = '7.000001'`;
    expect(await runImport(ctx, importId, ctx.now)).toBe("refused");
    expect(await getImport(ctx, { importId })).toMatchObject({ state: "refused", rowsInError: 1, rowsNew: 0 });
    expect((await contentsOf(database, ctx.unitId)).dossiers).toEqual([]);
  });
});

describe("who may import", () => {
  it("needs the permission in that very unit", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    const mapping = { columns: {}, dateOrder: "dmy" as const };
    for (const denied of [
      ctxOf(database, ctx.unitId, ["chairman", "mttq", "oversight-leader"]),
      { ...(await officer()), unitId: ctx.unitId },
    ]) {
      for (const attempt of [
        () => upload(denied, goodRows(1)),
        () => saveMapping(denied, { importId, mapping }),
        () => startImport(denied, { importId, onlyGood: true }),
        () => cancelImport(denied, { importId }),
        () => getImport(denied, { importId }),
        () => listImports(denied, { page: 1 }),
        () => exportErrors(denied, { importId }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ code: "FORBIDDEN" });
      }
    }
  });

  it("needs a unit that has not ended", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    await database.root`update unit set valid_to = '2026-11-23' where id = ${ctx.unitId}`;
    for (const attempt of [() => upload(ctx, goodRows(3)), () => startImport(ctx, { importId, onlyGood: false })]) {
      await expect(attempt()).rejects.toMatchObject({ key: "unit.ended" });
    }
    expect((await getImport(ctx, { importId })).state).toBe("checked");
  });

  it("neither shows nor changes an import of another unit", async () => {
    const ctx = await officer();
    const { importId } = await upload(ctx, goodRows(2));
    const stranger = await officer();
    const { mapping } = await getImport(ctx, { importId });
    for (const attempt of [
      () => saveMapping(stranger, { importId, mapping }),
      () => startImport(stranger, { importId, onlyGood: true }),
      () => cancelImport(stranger, { importId }),
      () => getImport(stranger, { importId }),
      () => exportErrors(stranger, { importId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "NOT_FOUND", key: "import.notFound" });
    }
    expect(await runImport(stranger, importId, ctx.now)).toBe("failed");
    expect((await listImports(stranger, { page: 1 })).total).toBe(0);
    expect((await getImport(ctx, { importId })).state).toBe("checked");
    expect(await upload(stranger, goodRows(2))).toMatchObject({ isNew: true });
  });
});
