import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { findLetters } from "@gandan/db/find-letters";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  actingAt,
  adoptOwn,
  BIRTH,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { setDrafting } from "./keep-kinds";
import { keepLetters } from "./keep-letters";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const DOSSIERS = 600;
const AT = "2026-11-17T10:00";
const loop = fileURLToPath(new URL("keep-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");

async function count(table: "letter" | "audit_log", unitId: string): Promise<number> {
  const [row] = await database.root<{ n: number }[]>`
    select count(*)::int as n from ${database.root(table)} where unit_id = ${unitId}`;
  return row!.n;
}

/** Starts a worker and kills it once it has drafted some more letters, most often in the middle of the next ones. */
async function startAndKill(unitId: string): Promise<void> {
  const before = await count("letter", unitId);
  const now = moment(AT).toISOString();
  const child = spawn(process.execPath, ["--import", tsx, loop, database.url, unitId, now]);
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const over = once(child, "close");
  while ((await count("letter", unitId)) === before) {
    if (child.exitCode !== null) throw new Error(`The worker ended by itself: ${complaint}`);
  }
  child.kill("SIGKILL");
  await over;
  const busy = () => database.root`
    select 1 from pg_stat_activity where application_name = 'killed-keeper' and state <> 'idle'`;
  while ((await busy()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("a worker killed while it drafts, twice: then each dossier has exactly one draft, told once", async () => {
  const unitId = await newUnit(database.owner);
  await adoptOwn(database, unitId);
  const keeper = actingAt(database, unitId, AT, ["model-keeper"]);
  await setDrafting(keeper, { kind: "birth", drafting: "always", lead: null });
  const finished = happened(AT, { type: "finished" });
  const batch = Array.from({ length: DOSSIERS }, (_, i) =>
    takenIn(`S-${i}`, "2026-11-17T08:00", "2026-11-17T17:00", [finished], { procedure: BIRTH }),
  );
  await recordAll(keeper, batch);
  const told = await count("audit_log", unitId);
  for (let times = 0; times < 2; times++) {
    await startAndKill(unitId);
    const drafted = await count("letter", unitId);
    expect(drafted).toBeLessThan(DOSSIERS);
    // What is drafted is told, what is not drafted keeps its mark.
    expect(await count("audit_log", unitId)).toBe(told + drafted);
    expect(await findLetters(database.worker.sql, keeper.now)).toContainEqual({ unitId });
  }
  while ((await keepLetters(keeper, keeper.now)) > 0);
  expect(await count("letter", unitId)).toBe(DOSSIERS);
  expect(await count("audit_log", unitId)).toBe(told + DOSSIERS);
  expect(await findLetters(database.worker.sql, keeper.now)).not.toContainEqual({ unitId });
}, 120_000);
