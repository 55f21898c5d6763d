import { strictEqual } from "node:assert";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit } from "@gandan/db/test-database";
import { guessMapping } from "@gandan/model/import/guess-mapping";
import ExcelJS from "exceljs";
import { adoptModel } from "../src/adoption/adopt-model";
import { installCatalogues } from "../src/demo/install-catalogues";
import { prepareDossier } from "../src/dossier/prepare-dossier";
import { type StagedDossier, stagedPieces } from "../src/dossier/staged-dossier";
import { checkFile, rowEnvOf } from "../src/import/check-file";
import { fileOf, goodRows } from "../src/import/import-test-file";
import { readTable } from "../src/import/read-table";
import { runImport } from "../src/import/run-import";
import { startImport, uploadImport } from "../src/import/upload-import";
import type { Judge } from "../src/outcome/judge";
import { loadJudge } from "../src/outcome/load-judge";
import { type BenchDatabase, medianOf, startBenchDatabase, verdict } from "./bench-database";
import { copyReady, createStaged, forDrizzle, insertByDrizzle, openCopy, stagedContents } from "./staged-peers";

const ROWS = 100_000;
const ROUNDS = 5;
const SHEET_ROWS = 30_000;
const DRIZZLE_ROWS = 20_000;
/** Rows that are in memory at once. */
const PORTION = 500;
const COPY_LIMIT = 0.6;
const DRIZZLE_LIMIT = 5;
/**
 * Bytes of memory that one more byte of a file may take: the file as the worker fetches it, the codes met in it, what the
 * collector has not swept yet. Its rows, each many times as large as its line, are no part of it.
 */
const MEMORY_LIMIT = 5;
const MIB = 1024 * 1024;
const now = new Date("2026-11-23T01:00:00Z");
const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds / 100) / 10} k rows/s`;

/** The shortest times of two works done in turn, in seconds: what else the machine does meets both. */
async function bestInTurn(theirs: () => Promise<void>, ours: () => Promise<void>): Promise<[number, number]> {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < ROUNDS; round++) {
    best[0] = Math.min(best[0], (await medianOf(1, theirs)).seconds);
    best[1] = Math.min(best[1], (await medianOf(1, ours)).seconds);
  }
  return best;
}

/** Reads, checks, folds and judges a file; hands its rows on while it is read. */
async function readFile(bytes: Uint8Array, judge: Judge, take: (rows: StagedDossier[]) => Promise<void>) {
  const { rowsInError } = await checkFile(bytes, guessMapping, rowEnvOf(judge, now), {
    portion: PORTION,
    take: (rows) => take(rows.map((row) => prepareDossier(judge, row, undefined, now)!)),
  });
  strictEqual(rowsInError, 0);
}

async function rowsOf(bytes: Uint8Array, judge: Judge): Promise<StagedDossier[]> {
  const all: StagedDossier[] = [];
  await readFile(bytes, judge, async (rows) => {
    all.push(...rows);
  });
  return all;
}

/** The product's way of a file into its staging table. */
async function readAndCopy(database: BenchDatabase, bytes: Uint8Array, judge: Judge): Promise<void> {
  const { send, end } = await openCopy(database);
  await readFile(bytes, judge, (rows) => send(stagedPieces(rows)));
  await end();
}

async function compareCsv(database: BenchDatabase, judge: Judge): Promise<void> {
  const bytes = fileOf(goodRows(ROWS));
  const checked = await medianOf(3, () => checkFile(bytes, guessMapping, rowEnvOf(judge, now)));
  console.log(`import: ${rate(ROWS, checked.seconds)} read and checked`);
  const ready = [...stagedPieces(await rowsOf(bytes, judge))];
  await copyReady(database, ready);
  const expected = await stagedContents(database);
  const [plain, own] = await bestInTurn(
    () => copyReady(database, ready),
    () => readAndCopy(database, bytes, judge),
  );
  strictEqual(await stagedContents(database), expected);
  const ratio = plain / own;
  verdict(
    `import: ${ratio.toFixed(2)} × plain COPY of the same rows into the same table (limit ${COPY_LIMIT}): ${rate(ROWS, own)} read, checked, judged and copied, ${rate(ROWS, plain)} copied`,
    ratio >= COPY_LIMIT,
  );

  const rows = await rowsOf(fileOf(goodRows(DRIZZLE_ROWS)), judge);
  await copyReady(database, [...stagedPieces(rows)]);
  const expectedFew = await stagedContents(database);
  const forBatches = rows.map(forDrizzle);
  const batches = await medianOf(3, () => insertByDrizzle(database, forBatches));
  strictEqual(await stagedContents(database), expectedFew);
  const faster = ROWS / own / (DRIZZLE_ROWS / batches.best);
  verdict(
    `import: ${faster.toFixed(1)} × drizzle in batches of the same rows into the same table (limit ${DRIZZLE_LIMIT}): ${rate(DRIZZLE_ROWS, batches.best)}`,
    faster >= DRIZZLE_LIMIT,
  );
}

async function workbookOf(csv: Uint8Array): Promise<Buffer> {
  const out = new PassThrough();
  const pieces: Buffer[] = [];
  out.on("data", (piece: Buffer) => pieces.push(piece));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true, useStyles: true });
  const sheet = book.addWorksheet("Hồ sơ");
  await readTable(csv, {
    headers: (headers) => sheet.addRow(headers).commit(),
    row: (_line, cells) => sheet.addRow(cells).commit(),
  });
  sheet.commit();
  await book.commit();
  return Buffer.concat(pieces);
}

async function compareSheet(database: BenchDatabase, judge: Judge): Promise<void> {
  const csv = fileOf(goodRows(SHEET_ROWS));
  const xlsx = await workbookOf(csv);
  await copyReady(database, [...stagedPieces(await rowsOf(csv, judge))]);
  const expected = await stagedContents(database);
  let rowsRead = 0;
  const merelyRead = async () => {
    const stream = new PassThrough();
    stream.end(xlsx);
    let rows = 0;
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(stream, { sharedStrings: "cache", worksheets: "emit" });
    for await (const sheet of reader) for await (const row of sheet) if (row.hasValues) rows++;
    rowsRead = rows;
  };
  const [theirs, own] = await bestInTurn(merelyRead, () => readAndCopy(database, xlsx, judge));
  strictEqual(rowsRead, SHEET_ROWS + 1);
  strictEqual(await stagedContents(database), expected);
  const ratio = theirs / own;
  verdict(
    `import: XLSX read, checked, judged and copied ${ratio.toFixed(1)} × as fast as exceljs merely reads it (limit 1): ${rate(SHEET_ROWS, own)} against ${rate(SHEET_ROWS, theirs)}`,
    ratio >= 1,
  );
}

/** All that a file goes through for an officer: kept, checked, then events, facts, outcomes and audit in one transaction. */
async function wholeRoad(database: BenchDatabase, ctx: UnitCtx): Promise<void> {
  const bytes = fileOf(goodRows(ROWS));
  const start = performance.now();
  const { importId } = await uploadImport(ctx, { fileName: "ho-so.csv", bytes });
  const checked = performance.now();
  await startImport(ctx, { importId, onlyGood: false });
  strictEqual(await runImport(ctx, importId, now), "done");
  const done = performance.now();
  const [row] = await database.root<{ dossiers: string; outcomes: string }[]>`
    select count(*) as dossiers, (select count(*) from dossier_outcome where unit_id = ${ctx.unitId}) as outcomes
    from dossier where unit_id = ${ctx.unitId}`;
  strictEqual(Number(row?.dossiers), ROWS);
  strictEqual(Number(row?.outcomes), ROWS);
  console.log(
    `import: the whole road of ${ROWS} rows: ${rate(ROWS, (checked - start) / 1000)} uploaded and checked, ${rate(ROWS, (done - checked) / 1000)} written as dossiers with events, facts and outcomes`,
  );
}

/** Peak of memory of a process that takes a file in, above what it had with the file read. */
function peakOf(database: BenchDatabase, unitId: string, path: string, rows: number) {
  const bytes = fileOf(goodRows(rows));
  writeFileSync(path, bytes);
  const child = fileURLToPath(new URL("./import-memory.ts", import.meta.url));
  const said = execFileSync(process.execPath, [...process.execArgv, child, database.url, unitId, path], {
    encoding: "utf8",
  });
  const { end, growth } = JSON.parse(said) as { end: string; growth: number };
  strictEqual(end, "done");
  return { file: bytes.length / MIB, growth: growth / MIB };
}

async function measureMemory(database: BenchDatabase): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-"));
  try {
    const path = join(folder, "ho-so.csv");
    const small = peakOf(database, await newUnit(database.owner), path, ROWS);
    const large = peakOf(database, await newUnit(database.owner), path, 2 * ROWS);
    const perFile = (large.growth - small.growth) / (large.file - small.file);
    verdict(
      `import: ${perFile.toFixed(1)} bytes of memory for each more byte of a file (limit ${MEMORY_LIMIT}): peak ${Math.round(small.growth)} MiB above the file of ${Math.round(small.file)} MiB with ${ROWS} rows, ${Math.round(large.growth)} MiB above ${Math.round(large.file)} MiB with ${2 * ROWS}`,
      perFile <= MEMORY_LIMIT,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const database = await startBenchDatabase();
try {
  await installCatalogues(database, now);
  await createStaged(database);
  const unitId = await newUnit(database.owner);
  const roles = (["desk-officer", "chairman", "model-keeper"] as const).map((role) => ({ unitId, role }));
  const actor = { staffId: randomUUID(), name: "Nguyễn Văn A", roles };
  const ctx: UnitCtx = { db: database, actor, unitId, now, language: "vi" };
  const [model] = await database.root<{ id: string }[]>`
    select m.id from model m join model_version v on v.model_id = m.id and v.state = 'published'
    where m.type = 'model' order by v.effective_to is null desc, cardinality(v.dossier_rule_ids) desc, m.slug limit 1`;
  await adoptModel(ctx, { modelId: model!.id, from: "2026-01-01" });
  const judge = await inUnit(ctx, (_tx, sql) => loadJudge(sql, unitId, now));
  await compareCsv(database, judge);
  await compareSheet(database, judge);
  await wholeRoad(database, ctx);
  await measureMemory(database);
} finally {
  await database.stop();
}
