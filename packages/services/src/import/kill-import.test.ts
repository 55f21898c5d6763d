import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { findImports } from "@gandan/db/find-imports";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillCatalogues, unitWith } from "../model/model-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { verifyRollups } from "../rollup/verify-rollups";
import { contentsOf, fileOf, goodRows } from "./import-test-file";
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
