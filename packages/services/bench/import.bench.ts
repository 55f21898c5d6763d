import { strictEqual } from "node:assert";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit } from "@gandan/db/test-database";
import { guessMapping } from "@gandan/model/import/guess-mapping";
import type { RowEnv, RowIntake } from "@gandan/model/import/read-row";
import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import ExcelJS from "exceljs";
import { installCatalogues } from "../src/demo/install-catalogues";
import { checkFile, rowEnvOf } from "../src/import/check-file";
import { fileOf, goodRows } from "../src/import/import-test-file";
import { readTable } from "../src/import/read-table";
import { runImport } from "../src/import/run-import";
import { startImport, uploadImport } from "../src/import/upload-import";
import { loadJudge } from "../src/outcome/load-judge";
import { type BenchDatabase, medianOf, startBenchDatabase, verdict } from "./bench-database";

const ROWS = 100_000;
const SHEET_ROWS = 30_000;
const DRIZZLE_ROWS = 20_000;
const DRIZZLE_BATCH = 1_000;
const COPY_LIMIT = 0.6;
const DRIZZLE_LIMIT = 5;
const PORTION = 64 * 1024;
const now = new Date("2026-11-23T01:00:00Z");

/** What a validated row is, before it meets what the unit knows. */
const staged = pgTable("staged_dossier", {
  code: text().notNull(),
  applicant: text(),
  phone: text(),
  officer: text(),
  events: jsonb().notNull(),
});

const escaped = (value: string | null) =>
  value === null
    ? "\\N"
    : value.replace(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n" })[sign] ?? "\\r");
const lineOf = ({ externalCode, applicantName, phone, officer, events }: RowIntake) =>
  `${escaped(externalCode)}\t${escaped(applicantName)}\t${escaped(phone)}\t${escaped(officer)}\t${escaped(JSON.stringify(events))}\n`;

async function copy({ root }: BenchDatabase, portions: Iterable<string>): Promise<void> {
  await root`truncate staged_dossier`;
  const stream = await root`copy staged_dossier from stdin`.writable();
  for (const portion of portions) if (!stream.write(portion)) await once(stream, "drain");
  stream.end();
  await once(stream, "finish");
}

function* portionsOf(intakes: readonly RowIntake[]): Generator<string> {
  let portion = "";
  for (const intake of intakes) {
    portion += lineOf(intake);
    if (portion.length < PORTION) continue;
    yield portion;
    portion = "";
  }
  yield portion;
}

async function contents({ root }: BenchDatabase): Promise<string> {
  const [row] = await root<{ sum: string }[]>`
    select count(*) || ' ' || coalesce(sum(hashtextextended(s::text, 0)), 0) as sum from staged_dossier s`;
  return row?.sum ?? "";
}

/** All good rows of a file at once. */
async function intakesOf(bytes: Uint8Array, env: RowEnv): Promise<RowIntake[]> {
  const intakes: RowIntake[] = [];
  const { rowsInError } = await checkFile(bytes, guessMapping, env, {
    take: async (rows) => {
      intakes.push(...rows);
    },
  });
  strictEqual(rowsInError, 0);
  return intakes;
}

/** Reads a file, checks it and copies its rows while it is read. */
async function checkAndCopy({ root }: BenchDatabase, bytes: Uint8Array, env: RowEnv): Promise<void> {
  await root`truncate staged_dossier`;
  const stream = await root`copy staged_dossier from stdin`.writable();
  const { rowsInError } = await checkFile(bytes, guessMapping, env, {
    take: async (rows) => {
      for (const portion of portionsOf(rows)) if (!stream.write(portion)) await once(stream, "drain");
    },
  });
  strictEqual(rowsInError, 0);
  stream.end();
  await once(stream, "finish");
}

const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds / 100) / 10} k rows/s`;

async function compareCsv(database: BenchDatabase, env: RowEnv): Promise<void> {
  const bytes = fileOf(goodRows(ROWS));
  const ready = [...portionsOf(await intakesOf(bytes, env))];
  const plain = await medianOf(3, () => copy(database, ready));
  const expected = await contents(database);
  const own = await medianOf(3, () => checkAndCopy(database, bytes, env));
  strictEqual(await contents(database), expected);
  const ratio = plain.seconds / own.seconds;
  verdict(
    `import: ${ratio.toFixed(2)} × plain COPY of the same rows (limit ${COPY_LIMIT}): ${rate(ROWS, own.seconds)} read, checked and copied, ${rate(ROWS, plain.seconds)} copied`,
    ratio >= COPY_LIMIT,
  );

  const intakes = await intakesOf(fileOf(goodRows(DRIZZLE_ROWS)), env);
  const rows = intakes.map((one) => ({
    code: one.externalCode,
    applicant: one.applicantName,
    phone: one.phone,
    officer: one.officer,
    events: one.events,
  }));
  await copy(database, portionsOf(intakes));
  const expectedFew = await contents(database);
  const batches = await medianOf(3, async () => {
    await database.root`truncate staged_dossier`;
    for (let from = 0; from < rows.length; from += DRIZZLE_BATCH) {
      await database.owner.db.insert(staged).values(rows.slice(from, from + DRIZZLE_BATCH));
    }
  });
  strictEqual(await contents(database), expectedFew);
  const faster = ROWS / own.seconds / (DRIZZLE_ROWS / batches.seconds);
  verdict(
    `import: ${faster.toFixed(1)} × drizzle in batches of ${DRIZZLE_BATCH} (limit ${DRIZZLE_LIMIT}): ${rate(DRIZZLE_ROWS, batches.seconds)}`,
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

async function compareSheet(database: BenchDatabase, env: RowEnv): Promise<void> {
  const csv = fileOf(goodRows(SHEET_ROWS));
  const xlsx = await workbookOf(csv);
  await copy(database, portionsOf(await intakesOf(csv, env)));
  const expected = await contents(database);
  const own = await medianOf(3, () => checkAndCopy(database, xlsx, env));
  strictEqual(await contents(database), expected);
  const merelyRead = await medianOf(3, async () => {
    const stream = new PassThrough();
    stream.end(xlsx);
    let rows = 0;
    const reader = new ExcelJS.stream.xlsx.WorkbookReader(stream, { sharedStrings: "cache", worksheets: "emit" });
    for await (const sheet of reader) for await (const row of sheet) if (row.hasValues) rows++;
    return rows;
  });
  strictEqual(merelyRead.result, SHEET_ROWS + 1);
  const ratio = merelyRead.seconds / own.seconds;
  verdict(
    `import: XLSX read, checked and copied ${ratio.toFixed(1)} × as fast as exceljs merely reads it (limit 1): ${rate(SHEET_ROWS, own.seconds)} against ${rate(SHEET_ROWS, merelyRead.seconds)}`,
    ratio >= 1,
  );
}

/** All that a file goes through for an officer: kept, checked, then events, facts, outcomes and audit in one transaction. */
async function wholeRoad(database: BenchDatabase, unitId: string): Promise<void> {
  const actor = { staffId: randomUUID(), name: "Nguyễn Văn A", roles: [{ unitId, role: "desk-officer" as const }] };
  const ctx: UnitCtx = { db: database, actor, unitId, now, language: "vi" };
  const bytes = fileOf(goodRows(ROWS));
  const start = performance.now();
  const { importId } = await uploadImport(ctx, { fileName: "ho-so.csv", bytes });
  const checked = performance.now();
  await startImport(ctx, { importId, onlyGood: false });
  strictEqual(await runImport(ctx, importId, now), "done");
  const done = performance.now();
  const [row] = await database.root<{ n: string }[]>`select count(*) as n from dossier where unit_id = ${unitId}`;
  strictEqual(Number(row?.n), ROWS);
  console.log(
    `import: the whole road of ${ROWS} rows: ${rate(ROWS, (checked - start) / 1000)} uploaded and checked, ${rate(ROWS, (done - checked) / 1000)} written as dossiers with events and facts; ${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB in use`,
  );
}

const database = await startBenchDatabase();
try {
  await installCatalogues(database, now);
  const unitId = await newUnit(database.owner);
  await database.owner.sql`
    create unlogged table staged_dossier (code text not null, applicant text, phone text, officer text, events jsonb not null)`;
  const env = await inUnit({ db: database, unitId }, async (_tx, sql) =>
    rowEnvOf(await loadJudge(sql, unitId, now), now),
  );
  await compareCsv(database, env);
  await compareSheet(database, env);
  await wholeRoad(database, unitId);
} finally {
  await database.stop();
}
