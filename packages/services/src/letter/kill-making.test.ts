import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { findMaking } from "@gandan/db/find-making";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { renderPdf } from "@gandan/documents/official/render-pdf";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillProcedures } from "../dossier/dossier-test-unit";
import { ORIGIN, unitWithDrafts } from "./letter-test-unit";
import { MOST_TRIES, makeLetterFiles } from "./make-letter-files";
import { signLetters } from "./sign-letters";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const LETTERS = 80;
const loop = fileURLToPath(new URL("make-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");

const filesOf = async (unitId: string) => {
  const [row] = await database.root<{ n: number }[]>`
    select count(*)::int as n from letter_file where unit_id = ${unitId}`;
  return row!.n;
};

/** Starts a worker and kills it once it has kept some more files. */
async function startAndKill(unitId: string): Promise<number> {
  const before = await filesOf(unitId);
  const child = spawn(process.execPath, ["--import", tsx, loop, database.url, unitId]);
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const over = once(child, "close");
  while ((await filesOf(unitId)) === before) {
    if (child.exitCode !== null) throw new Error(`The worker ended by itself: ${complaint}`);
  }
  child.kill("SIGKILL");
  await over;
  // The server notices a killed client only when it next writes to it.
  const busy = () => database.root`
    select 1 from pg_stat_activity where application_name = 'killed-maker' and state <> 'idle'`;
  while ((await busy()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  return filesOf(unitId);
}

test("a worker killed between files, twice: then each letter has exactly one file, which is what was signed", async () => {
  const { unitId, chairman, letters } = await unitWithDrafts(database, LETTERS);
  await signLetters(chairman, { letters }, ORIGIN);
  for (let times = 0; times < 2; times++) {
    const kept = await startAndKill(unitId);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(LETTERS);
    expect(await findMaking(database.worker.sql, MOST_TRIES)).toContainEqual({ unitId });
  }
  const left = LETTERS - (await filesOf(unitId));
  expect(await makeLetterFiles(chairman, () => chairman.now)).toBe(left);
  expect(await findMaking(database.worker.sql, MOST_TRIES)).not.toContainEqual({ unitId });
  const files = await database.root<{ pdf: Buffer; hash: string; document: never; number: number }[]>`
    select f.pdf, f.hash, m.document, l.number from letter_file f
    join letter_making m on m.unit_id = f.unit_id and m.letter_id = f.letter_id
    join letter l on l.unit_id = f.unit_id and l.id = f.letter_id
    where f.unit_id = ${unitId} and m.made_at is not null order by l.number`;
  expect(files.map(({ number }) => number)).toEqual(Array.from({ length: LETTERS }, (_, i) => i + 1));
  expect(new Set(files.map(({ hash }) => hash)).size).toBe(LETTERS);
  for (const { pdf, hash, document } of files) {
    expect(createHash("sha256").update(pdf).digest("hex")).toBe(hash);
    expect((await renderPdf(document)).bytes.equals(pdf)).toBe(true);
  }
}, 120_000);
