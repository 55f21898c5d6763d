import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldRollups } from "./fold-rollups";
import { at, unitWithModel } from "./rollup-test-unit";
import { verifyRollups } from "./verify-rollups";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const loop = fileURLToPath(new URL("fold-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");

/** Runs the loop until it has acknowledged `enough` batches and a little longer, then kills it; gives what it acknowledged. */
async function runAndKill(unitId: string, first: number, enough: number, longer: number): Promise<number[]> {
  const child = spawn(process.execPath, ["--import", tsx, loop, database.url, unitId, String(first)]);
  let said = "";
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const acknowledged = () => said.split("\n").slice(0, -1).map(Number);
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The loop ended by itself: ${complaint}`)));
    child.stdout.on("data", (text) => {
      said += text;
      if (acknowledged().length >= enough) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, longer));
  child.removeAllListeners("exit");
  child.kill("SIGKILL");
  await once(child, "close");
  return acknowledged();
}

/** The server notices a killed client only when it next writes to it. */
async function untilGone(): Promise<void> {
  const gone = () => database.root<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'gandan' and state <> 'idle'`;
  while ((await gone())[0]!.n > 0) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("killed in the middle of recording and folding, again and again: nothing is lost, doubled or miscounted", async () => {
  const scope = await unitWithModel(database);
  const { unitId } = scope;
  const acknowledged: number[] = [];
  for (const [round, longer] of [0, 7, 23, 41].entries()) {
    acknowledged.push(...(await runAndKill(unitId, round * 1_000, 3, longer)));
    await untilGone();
    // What a reader sees after a kill is a state that a fold has left, with the rest waiting to be folded.
    expect(await verifyRollups(scope)).toEqual([]);
  }
  expect(new Set(acknowledged).size).toBe(acknowledged.length);

  await foldRollups(scope, new Date(at("2026-03-20T11:00")));
  expect(await verifyRollups(scope)).toEqual([]);
  const { root } = database;
  const batches = await root<{ batch: number; n: number }[]>`
    select substr(split_part(external_code, '-', 1), 2)::int as batch, count(*)::int as n
    from dossier where unit_id = ${unitId} group by 1 order by 1`;
  // A batch is there whole or not at all; at most the one in flight at each kill is there without having been told.
  expect(batches.every(({ n }) => n === 25)).toBe(true);
  const present = new Set(batches.map(({ batch }) => batch));
  expect(acknowledged.filter((batch) => !present.has(batch))).toEqual([]);
  expect(present.size - acknowledged.length).toBeLessThanOrEqual(4);

  const [odd] = await root`
    select count(*)::int as n from dossier d
    left join (select dossier_id, count(*)::int as n, max(seq) as last, count(distinct fact) as facts
      from dossier_event where unit_id = ${unitId} group by 1) e on e.dossier_id = d.id
    left join (select dossier_id, count(*)::int as n from dossier_outcome where unit_id = ${unitId} group by 1) o
      on o.dossier_id = d.id
    where d.unit_id = ${unitId} and (e.n is distinct from d.last_seq or e.last <> d.last_seq or e.facts <> e.n
      or o.n is distinct from 1)`;
  expect(odd).toEqual({ n: 0 });
  const [sum] = await root`select sum(dossiers)::int as n from rollup_month where unit_id = ${unitId}`;
  expect(sum).toEqual({ n: present.size * 25 });
});
