import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { findImports } from "@gandan/db/find-imports";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillCatalogues, record, unitWith } from "../model/model-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { verifyRollups } from "../rollup/verify-rollups";
import { chooseSide } from "./choose-side";
import { contentsOf, fileOf, fileRow, goodRows } from "./import-test-file";
import { getImport } from "./read-import";
import { runImport } from "./run-import";
import { startImport, uploadImport } from "./upload-import";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillCatalogues(database);
});
afterAll(() => database.drop());

const ROWS = 12_000;
const loop = fileURLToPath(new URL("import-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");

async function waitingImport() {
  const ctx = await unitWith(database, ["desk-officer"]);
  const { importId } = await uploadImport(ctx, { fileName: "ho-so.csv", bytes: fileOf(goodRows(ROWS)) });
  await startImport(ctx, { importId, onlyGood: false });
  return { ctx, importId };
}

/** Starts a worker on the import and kills it once it has told of progress. */
async function startAndKill(unitId: string, importId: string, now: Date): Promise<number> {
  const child = spawn(process.execPath, ["--import", tsx, loop, database.url, unitId, importId, now.toISOString()]);
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const over = once(child, "close");
  let read = 0;
  while (read === 0) {
    if (child.exitCode !== null) throw new Error(`The worker ended by itself: ${complaint}`);
    const [row] = await database.root<{ read: number }[]>`
      select rows_read as read from import_run where id = ${importId}`;
    read = row?.read ?? 0;
  }
  child.kill("SIGKILL");
  await over;
  return read;
}

/** The server notices a killed client only when it next writes to it. */
async function untilGone(): Promise<void> {
  const gone = () => database.root<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where application_name = 'killed-import' and state <> 'idle'`;
  while ((await gone())[0]!.n > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("a worker killed in the middle of an import leaves nothing; the next one loses and doubles no row", async () => {
  const other = await waitingImport();
  expect(await runImport(other.ctx, other.importId, other.ctx.now)).toBe("done");

  const { ctx, importId } = await waitingImport();
  for (let times = 0; times < 2; times++) {
    const read = await startAndKill(ctx.unitId, importId, ctx.now);
    expect(read).toBeGreaterThan(0);
    await untilGone();
    expect((await contentsOf(database, ctx.unitId)).dossiers).toEqual([]);
    expect(await findImports(database.worker.sql)).toContainEqual({ unitId: ctx.unitId, importId });
  }
  expect(await runImport(ctx, importId, ctx.now)).toBe("done");
  expect(await getImport(ctx, { importId })).toMatchObject({ rowsNew: ROWS, rowsRead: ROWS });
  expect(await contentsOf(database, ctx.unitId)).toEqual(await contentsOf(database, other.ctx.unitId));
  await foldRollups(ctx, ctx.now);
  expect(await verifyRollups(ctx)).toEqual([]);
}, 120_000);

const KNOWN = 6_000;
const numbers = Array.from({ length: KNOWN }, (_, n) => n + 1);

/** Dossiers of an earlier file, one in four of them open, of those one in three finished at the desk since. */
async function waitingReconciliation() {
  const ctx = await unitWith(database, ["desk-officer"]);
  const known = fileOf(numbers.map((n) => fileRow(n, n % 4 === 0 ? { finished: "" } : {})));
  const first = await uploadImport(ctx, { fileName: "ho-so.csv", bytes: known });
  await startImport(ctx, { ...first, onlyGood: false });
  expect(await runImport(ctx, first.importId, ctx.now)).toBe("done");
  const at = new Date("2026-09-07T15:42:00+07:00").toISOString();
  await record(
    ctx,
    numbers
      .filter((n) => n % 12 === 0)
      .map((n) => ({
        externalCode: `H${String(n).padStart(6, "0")}`,
        events: [{ at, recordedAt: ctx.now.toISOString(), fact: { type: "finished" } }],
      })),
  );
  // All finished now, one in six an hour later than was told before.
  const updated = fileOf(
    numbers.map((n) =>
      fileRow(n, n % 6 === 1 ? { finished: `${String((n % 4) + 7).padStart(2, "0")}/09/2026 17:00` } : {}),
    ),
  );
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 60_000) };
  const { importId } = await uploadImport(later, { fileName: "ho-so-moi.csv", bytes: updated });
  expect((await chooseSide(later, { importId, side: "file" })).chosen).toBe(KNOWN / 12);
  await startImport(later, { importId, onlyGood: false });
  return { ctx: later, importId };
}

test("a worker killed while it reconciles changes nothing; the next one comes to the very same events", async () => {
  const other = await waitingReconciliation();
  expect(await runImport(other.ctx, other.importId, other.ctx.now)).toBe("done");

  const { ctx, importId } = await waitingReconciliation();
  const before = await contentsOf(database, ctx.unitId);
  for (let times = 0; times < 2; times++) {
    expect(await startAndKill(ctx.unitId, importId, ctx.now)).toBeGreaterThan(0);
    await untilGone();
    expect(await contentsOf(database, ctx.unitId)).toEqual(before);
  }
  expect(await runImport(ctx, importId, ctx.now)).toBe("done");
  const end = { rowsNew: 0, rowsChanged: KNOWN / 4 + KNOWN / 6, rowsSame: KNOWN - KNOWN / 4 - KNOWN / 6 };
  expect(await getImport(ctx, { importId })).toMatchObject(end);
  expect(await contentsOf(database, ctx.unitId)).toEqual(await contentsOf(database, other.ctx.unitId));
  await foldRollups(ctx, ctx.now);
  expect(await verifyRollups(ctx)).toEqual([]);
}, 180_000);
