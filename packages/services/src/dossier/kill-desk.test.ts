import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect, type Database } from "@gandan/db/connect";
import { type EmbeddedServer, startEmbeddedServer } from "@gandan/db/embedded-server";
import { migrate } from "@gandan/db/migrate/migrate";
import { newUnit } from "@gandan/db/test-database";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldRollups } from "../rollup/fold-rollups";
import { verifyRollups } from "../rollup/verify-rollups";
import { adoptOwn, fillProcedures } from "./dossier-test-unit";

/** A server of its own, that may be shot without taking other tests along; it keeps what it has acknowledged. */
let folder: string;
let server: EmbeddedServer;
let owner: Database;
let app: Database;
let root: Sql;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gandan-kill-"));
  chmodSync(folder, 0o755);
  server = await startEmbeddedServer({ dataFolder: folder });
  owner = connect({ url: server.url, max: 1 });
  app = connect({ url: server.url, role: "app", max: 2 });
  const address = new URL(server.superUrl);
  address.pathname = "/gandan";
  root = postgres(address.href, { max: 2, onnotice: () => {} });
  await migrate(owner.sql);
}, 120_000);
afterAll(async () => {
  await Promise.all([owner?.end(), app?.end(), root?.end({ timeout: 5 })]);
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const loop = fileURLToPath(new URL("desk-loop.ts", import.meta.url));
const tsx = createRequire(import.meta.url).resolve("tsx");
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Desk {
  child: ChildProcess;
  /** What was acknowledged so far, by line. */
  told: () => string[][];
  /** Waits until so many more lines have come. */
  more: (lines: number) => Promise<void>;
}

function openDesk(unitId: string, first: number): Desk {
  const child = spawn(process.execPath, ["--import", tsx, loop, server.url, unitId, String(first)]);
  let said = "";
  let complaint = "";
  child.stdout.on("data", (text) => {
    said += text;
  });
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const lines = () => said.split("\n").slice(0, -1);
  const more = async (count: number) => {
    const enough = lines().length + count;
    while (lines().length < enough) {
      if (child.exitCode !== null) throw new Error(`The desk ended by itself: ${complaint}`);
      await pause(20);
    }
  };
  return { child, told: () => lines().map((line) => line.split(" ")), more };
}

/** A connection is taken away; the server goes on. */
async function cutConnections(): Promise<void> {
  await root`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'desk-loop' order by random() limit 3`;
}

/** A server process is shot: PostgreSQL throws everybody out and recovers from its log. */
async function shootServer(): Promise<void> {
  const [victim] = await root<{ pid: number }[]>`
    select pid from pg_stat_activity where application_name = 'desk-loop' and state <> 'idle' limit 1`;
  if (!victim) return shootServer();
  process.kill(victim.pid, "SIGKILL");
}

async function closeDesk({ child }: Desk): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
}

async function untilGone(): Promise<void> {
  for (;;) {
    const rows = await root`select 1 from pg_stat_activity where application_name = 'desk-loop'`.catch(() => [1]);
    if (rows.length === 0) return;
    await pause(30);
  }
}

test("twenty officers at one desk, their process, their connections and the server killed: nothing lost, nothing twice, no gap", async () => {
  const database = { owner, app, root } as never;
  await fillProcedures(database);
  const unitId = await newUnit(owner);
  await adoptOwn(database, unitId, "2020-01-01");
  await root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state, received_at,
      accepted_at, last_seq)
    values (${unitId}, 'SHARED', current_date, '2.000815', 'certification', 'direct', 'accepted', now() - interval '1 day',
      now() - interval '1 day', 2)`;
  await root`
    insert into dossier_event (unit_id, dossier_id, seq, at, recorded_at, source, fact)
    select unit_id, id, n, received_at, received_at, 'desk',
      case n when 1 then '{"type":"received","procedure":"2.000815","channel":"direct","flags":[]}'::jsonb
        else jsonb_build_object('type', 'accepted', 'dueAt', to_char(now() + interval '9 days', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end
    from dossier cross join generate_series(1, 2) n where unit_id = ${unitId}`;

  const told: string[][] = [];
  for (const [round, harm] of [cutConnections, shootServer, cutConnections].entries()) {
    const desk = openDesk(unitId, round * 1_000_000);
    await desk.more(60);
    await harm();
    // The officers find their way back by themselves.
    await desk.more(60);
    await closeDesk(desk);
    told.push(...desk.told());
    await untilGone();
  }
  await foldRollups({ db: { app }, unitId }, new Date());
  expect(await verifyRollups({ db: { app }, unitId })).toEqual([]);

  const dossiers = await root<{ id: string; code: string; key: string | null; last: number }[]>`
    select id, external_code as code, receipt_key as key, last_seq as last from dossier where unit_id = ${unitId}`;
  const events = await root<{ id: string; seq: number; fact: string }[]>`
    select dossier_id as id, seq, fact::text from dossier_event where unit_id = ${unitId} order by dossier_id, seq`;
  const known = new Map(dossiers.map((each) => [each.id, each]));

  // Nothing that was acknowledged is lost.
  const received = told.filter(([what]) => what === "receive");
  const acts = told.filter(([what]) => what === "act");
  expect(received.length).toBeGreaterThan(20);
  expect(acts.length).toBeGreaterThan(60);
  expect(received.filter(([, key, id, code]) => known.get(id!)?.key !== key || known.get(id!)?.code !== code)).toEqual(
    [],
  );
  const recorded = new Set(events.map(({ id, seq }) => `${id} ${seq}`));
  expect(acts.filter(([, id, seq]) => !recorded.has(`${id} ${seq}`))).toEqual([]);

  // Nothing is there twice: a form is one dossier, a deed one event, and their numbers run on.
  const keys = dossiers.flatMap(({ key }) => key ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  const shared = dossiers.find(({ code }) => code === "SHARED")!;
  for (const { id, last } of dossiers) {
    const own = events.filter((event) => event.id === id);
    expect(own.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, i) => i + 1));
    expect(new Set(own.map(({ fact }) => fact)).size).toBe(last);
    if (id !== shared.id) expect(last).toBeLessThanOrEqual(6);
  }
  // Of those who wanted the same dossier at once, each who was told that it is done did it.
  const passed = acts.filter(([, id]) => id === shared.id).map(([, , seq]) => seq);
  expect(new Set(passed).size).toBe(passed.length);

  // The unit's own numbers have no gap.
  const byDay = new Map<string, number[]>();
  for (const { code } of dossiers.filter(({ key }) => key !== null)) {
    const [, day = "", number = ""] = code.split("-");
    byDay.set(day, [...(byDay.get(day) ?? []), Number(number)]);
  }
  for (const numbers of byDay.values()) {
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
  }

  // What was done and what was noted of it are one.
  const [noted] = await root<{ n: number }[]>`
    select count(*)::int as n from audit_log where unit_id = ${unitId} and action in
      ('dossier.receive', 'dossier.forward', 'dossier.finish', 'dossier.hand-over', 'dossier.close')`;
  expect(noted!.n).toBe(events.length - 2 - keys.length);
}, 180_000);
