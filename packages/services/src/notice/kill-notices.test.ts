import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { WEBHOOK_EVENTS } from "@gandan/model/webhook/webhook-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillProcedures, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { changeNoticeChoice } from "./notice-choice";
import { remindedUnit } from "./notice-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const loop = fileURLToPath(new URL("notice-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");
const NOW = moment("2026-11-16T08:20");
const DOSSIERS = 3_000;
/** Several processes are begun and killed, and the machine may be busy. */
const PATIENCE_MS = 120_000;

/** Runs a worker and kills it so many milliseconds after it has begun; true when it had done all before. */
async function runAndKill(unitId: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", tsx, loop, database.url, unitId, NOW.toISOString()]);
  // From the beginning: what is done before the kill closes by itself.
  const over = once(child, "close");
  let said = "";
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`The worker ended by itself: ${complaint}`)));
    child.stdout.on("data", (text) => {
      said += text;
      resolve();
    });
  });
  child.removeAllListeners("exit");
  await new Promise((resolve) => setTimeout(resolve, after));
  child.kill("SIGKILL");
  await over;
  return said.includes("done");
}

test(
  "killed while it tells reminders, again and again: each is told once, with its e-mail and its event",
  async () => {
    const unit = await remindedUnit(database);
    const { unitId } = unit;
    await changeNoticeChoice(unit.minh("2026-11-12T08:00"), {
      address: "minh@xa.example",
      mailOn: true,
      kinds: ["before-due"],
    });
    await database.root`
    insert into webhook (unit_id, url, secret, events, state, created_by, created_at, updated_at)
    values (${unitId}, 'https://xa.example/', '', ${[...WEBHOOK_EVENTS]}, 'active', '', ${NOW}, ${NOW})`;
    const codes = Array.from({ length: DOSSIERS }, (_, i) => `HS-${i}`);
    await recordAll(
      unit.desk("2026-11-12T08:20"),
      codes.map((code) => takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20")),
    );
    const state = async () => {
      const [row] = await database.root<{ told: number; waiting: number; mailed: number; sent: number }[]>`
      select (select count(*)::int from notice where unit_id = ${unitId}) as told,
        (select count(*)::int from dossier where unit_id = ${unitId} and next_remind_at <= ${NOW}) as waiting,
        (select count(*)::int from notice_mail_item where unit_id = ${unitId}) as mailed,
        (select coalesce(sum(jsonb_array_length(body::jsonb -> 'data' -> 'reminders')), 0)::int
          from webhook_delivery where unit_id = ${unitId}) as sent`;
      return row!;
    };
    const seen: number[] = [];
    for (const after of [20, 90, 200, 350]) {
      const done = await runAndKill(unitId, after);
      const { told, waiting, mailed, sent } = await state();
      // Whatever the moment: what is told is told whole, and what is not still waits.
      expect({ told, mailed, sent }).toEqual({ told: DOSSIERS - waiting, mailed: told, sent: told });
      seen.push(told);
      if (done) break;
    }
    // The server lets go of what a killed worker held when it has noticed; till then others pass over it, and come again.
    const tellRest = async () => {
      await unit.tick("2026-11-16T08:20");
      return (await state()).waiting;
    };
    await expect.poll(tellRest, { timeout: 30_000 }).toBe(0);
    expect(await state()).toEqual({ told: DOSSIERS, waiting: 0, mailed: DOSSIERS, sent: DOSSIERS });
    const [once_] = await database.root`
    select count(distinct (dossier_id, kind, at))::int as n from notice where unit_id = ${unitId}`;
    expect(once_).toEqual({ n: DOSSIERS });
    const mails = await database.root`select state from notice_mail where unit_id = ${unitId}`;
    expect(mails).toHaveLength(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  },
  PATIENCE_MS,
);
