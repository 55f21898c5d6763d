import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { newUnit } from "@gandan/db/test-database";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { installCatalogues } from "../src/demo/install-catalogues";
import { takenIn } from "../src/dossier/dossier-test-unit";
import { recordDossiers } from "../src/dossier/record-dossiers";
import { LETTER_CONTENT, ORIGIN } from "../src/letter/letter-test-unit";
import { makeLetterFiles } from "../src/letter/make-letter-files";
import { signLetters } from "../src/letter/sign-letters";
import { loadJudge } from "../src/outcome/load-judge";
import { startBenchDatabase, verdict } from "./bench-database";

/** A batch as a chairman signs it at once. */
const BATCH = 200;
const SECONDS_LIMIT = 10;
/** Batches after the first, for the memory of a worker that goes on. */
const ROUNDS = 5;
const GROWTH_LIMIT = 1.25;
/** Letters signed one by one, each with its file made before the next. */
const SINGLE = 40;
const now = new Date("2026-11-20T03:00:00Z");

const database = await startBenchDatabase();
const { root } = database;
let written = 0;

/** Drafts of apologies, each about a dossier of its own. */
async function draft(ctx: UnitCtx, count: number) {
  const { unitId } = ctx;
  const first = written;
  written += count;
  const codes = Array.from({ length: count }, (_, i) => `H-${String(first + i).padStart(6, "0")}`);
  await inUnit(ctx, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, now);
    const batch = codes.map((code) => takenIn(code, "2026-11-17T08:00", "2026-11-20T17:00"));
    await recordDossiers(sql, { unitId, actor: "bench", now, source: "desk" }, judge, batch);
  });
  const rows = await root<{ letterId: string; revision: number }[]>`
    insert into letter (unit_id, dossier_id, kind, state, content, drafted_by, drafted_at)
    select unit_id, id, 'apology', 'drafted', ${LETTER_CONTENT as never}::jsonb || jsonb_build_object('addressee', 'Nguyễn Thị ' || external_code), 'bench', ${now}
    from dossier where unit_id = ${unitId} and external_code = any(${codes}) order by external_code
    returning id as "letterId", revision`;
  return [...rows];
}

interface Answer {
  made: number;
  cpuMs: number;
  peak: number;
}

async function answerOf(worker: ChildProcess): Promise<Answer> {
  const [answer] = (await once(worker, "message")) as [Answer];
  return answer;
}

const since = (start: number) => (performance.now() - start) / 1000;
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

/** Batches from the signature to the last file, made by a worker beside; gives seconds of the slowest. */
async function batches(ctx: UnitCtx): Promise<number> {
  const worker = fork(fileURLToPath(new URL("letter-maker.ts", import.meta.url)), [database.url, ctx.unitId], {
    execArgv: process.execArgv,
  });
  await answerOf(worker);
  const times: { sign: number; all: number; answer: Answer }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const letters = await draft(ctx, BATCH);
    const start = performance.now();
    const { signed } = await signLetters(ctx, { letters }, ORIGIN);
    const sign = since(start);
    strictEqual(signed.length, BATCH);
    worker.send("make");
    const answer = await answerOf(worker);
    strictEqual(answer.made, BATCH);
    times.push({ sign, all: since(start), answer });
  }
  worker.disconnect();
  const slowest = times.reduce((a, b) => (b.all > a.all ? b : a));
  verdict(
    `letters: ${BATCH} signed, numbered and made in ${slowest.all.toFixed(1)} s at the slowest of ${ROUNDS + 1} (limit ${SECONDS_LIMIT} s), ${(BATCH / slowest.all).toFixed(0)} letters/s, signed after ${(slowest.sign * 1000).toFixed(0)} ms; ${(times.at(-1)!.answer.cpuMs / BATCH).toFixed(1)} ms of the worker's processor a letter, load of the machine ${loadavg()[0]?.toFixed(1)}`,
    slowest.all <= SECONDS_LIMIT,
  );
  const [first, last] = [times[0]!.answer, times.at(-1)!.answer];
  const growth = last.peak / first.peak;
  verdict(
    `letters: the worker's peak memory after ${ROUNDS + 1} batches ${mb(last.peak)}, ${growth.toFixed(2)} × that after the first (limit ${GROWTH_LIMIT})`,
    growth <= GROWTH_LIMIT,
  );
  return times.reduce((sum, { all }) => sum + all, 0) / times.length / BATCH;
}

/** What is kept is what was signed: numbers without gap, one file each, its hash, the same bytes when made again. */
async function prove(unitId: string): Promise<void> {
  const letters = await root<{ number: number; pdf: Buffer; hash: string; document: never }[]>`
    select l.number, f.pdf, f.hash, m.document from letter l
    left join letter_file f on f.unit_id = l.unit_id and f.letter_id = l.id
    join letter_making m on m.unit_id = l.unit_id and m.letter_id = l.id
    where l.unit_id = ${unitId} order by l.number`;
  deepStrictEqual(
    letters.map(({ number }) => number),
    Array.from({ length: written }, (_, i) => i + 1),
  );
  strictEqual(new Set(letters.map(({ hash }) => hash)).size, written);
  for (const { pdf, hash } of letters) strictEqual(createHash("sha256").update(pdf).digest("hex"), hash);
  for (const { document, pdf } of letters.filter((_, i) => i % 50 === 0)) {
    strictEqual((await renderPdf(document)).bytes.equals(pdf), true);
  }
  console.log(`letters equality: ${written} numbers without gap, each file has its hash, made again it is the same`);
}

try {
  await installCatalogues(database, now);
  const unitId = await newUnit(database.owner);
  const actor = { staffId: randomUUID(), name: "Lê Văn C", roles: [{ unitId, role: "chairman" as const }] };
  const ctx: UnitCtx = { db: database, actor, unitId, now, language: "vi" };
  const perLetter = await batches(ctx);
  const singles = await draft(ctx, SINGLE);
  const start = performance.now();
  for (const letter of singles) {
    await signLetters(ctx, { letters: [letter] }, ORIGIN);
    await makeLetterFiles(ctx, () => now);
  }
  const ratio = since(start) / SINGLE / perLetter;
  console.log(`letters: a batch is ${ratio.toFixed(1)} × as fast as one letter after the other`);
  await prove(unitId);
} finally {
  await database.stop();
}
