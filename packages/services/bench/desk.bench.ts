import { deepStrictEqual } from "node:assert/strict";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { DOSSIER_QUEUES, type ListDossiers, listDossiers as listed } from "@gandan/model/dossier/list-dossiers";
import { listDossiers } from "../src/dossier/list-dossiers";
import { readQueues } from "../src/dossier/read-queues";
import { startBenchDatabase, verdict } from "./bench-database";
import { fillDesk } from "./desk-fill";
import { cpuMsOf } from "./process-figures";

const option = (name: string) =>
  Number(process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? Number.NaN);
const TOTAL = option("dossiers") || 1_000_000;
const OF_MOST = option("most") || TOTAL / 10;
const LIMIT_MS = 50;
const SAMPLES = 25;
const NOW = new Date("2026-11-20T03:00:00Z");

const database = await startBenchDatabase();
const { root, app, oversight } = database;

const actingIn = (unitId: string): UnitCtx => ({
  db: { app, oversight },
  actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: [{ unitId, role: "desk-officer" }] },
  unitId,
  now: NOW,
  language: "vi",
});

interface Sample {
  code: string;
  name: string;
  phone: string;
}

/** What officers type who look for one of the dossiers. */
const SEARCHES: Record<string, (sample: Sample) => string> = {
  "full name without marks": ({ name }) => plain(name),
  "full name with marks": ({ name }) => name,
  "given name": ({ name }) => plain(name).split(" ").at(-1)!,
  "last two words": ({ name }) => plain(name).split(" ").slice(-2).join(" "),
  "beginning of the name": ({ name }) => plain(name).split(" ").slice(0, 2).join(" "),
  "name of a third": () => "nguyen",
  "middle of the name": () => "huu",
  "middle nobody has": () => "khong ai",
  code: ({ code }) => code,
  "beginning of the code": ({ code }) => code.slice(0, 10),
  "last digits of the phone": ({ phone }) => phone.slice(-5),
  "last three digits": ({ phone }) => phone.slice(-3),
};

const plain = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

function percentile(times: number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

const NAME =
  "translate(lower(normalize(applicant_name, NFD)), U&'đ\\0300\\0301\\0302\\0303\\0306\\0309\\031b\\0323', 'd')";

/** Every dossier of the unit is looked at, by conditions of its own: what the search must find, and in which order. */
async function scan(unitId: string, q: string): Promise<{ total: number; ids: string[] }> {
  const name = plain(q);
  const words = q
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== plain(word));
  const marked = ["true", ...words.map((word) => `normalize(lower(applicant_name), NFC) like '%${word}%'`)].join(
    " and ",
  );
  const digits = /^\d{3,}$/.test(q) ? `phone like '%${q}'` : "false";
  const ends = `(${NAME} like '${name}%' or ${NAME} like '% ${name}') and ${marked}`;
  const among = (condition: string) =>
    root.unsafe<{ id: string }[]>(
      `select id from dossier where unit_id = '${unitId}' and (${condition}) order by received_on desc, id desc`,
    );
  await root.unsafe("set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off");
  let rows = await among(`lower(external_code) like lower('${q}%') or ${digits} or (${ends})`);
  if (rows.length === 0) rows = await among(`' ' || ${NAME} like '% ${name}%' and ${marked}`);
  return { total: Math.min(rows.length, 10_000), ids: rows.slice(0, 50).map(({ id }) => id) };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

/** Processor time of the database's processes and of this one so far: what a page costs, however busy the machine is. */
async function processorMs(): Promise<number> {
  const backends = await root<{ pid: number }[]>`select pid from pg_stat_activity where application_name = 'gandan'`;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + backends.reduce((sum, { pid }) => sum + cpuMsOf(pid), 0);
}

const line = (what: string, times: number[], cpuMs: number) =>
  verdict(
    `desk: ${what}: best ${percentile(times, 0).toFixed(1)} ms, p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms (limit ${LIMIT_MS}); ${(cpuMs / times.length).toFixed(1)} ms of processor`,
    percentile(times, 0.95) <= LIMIT_MS,
  );

async function searches(where: string, unitId: string): Promise<void> {
  const ctx = actingIn(unitId);
  const samples = await root<Sample[]>`
    select external_code as code, applicant_name as name, phone from dossier tablesample system (20)
    where unit_id = ${unitId} order by hashtext(external_code) limit ${SAMPLES}`;
  for (const [what, wordsOf] of Object.entries(SEARCHES)) {
    const times: number[] = [];
    const before = await processorMs();
    for (const sample of samples)
      times.push((await timed(() => listDossiers(ctx, listed.parse({ q: wordsOf(sample) }))))[0]);
    const cpuMs = (await processorMs()) - before;
    for (const sample of samples.slice(0, 2)) {
      const q = wordsOf(sample);
      const page = await listDossiers(ctx, listed.parse({ q }));
      const told = { total: page.total, ids: page.dossiers.map(({ id }) => id) };
      deepStrictEqual(told, await scan(unitId, q), `${what}: ${q}`);
    }
    line(`search in ${where} by ${what}`, times, cpuMs);
  }
}

async function queues(where: string, unitId: string): Promise<void> {
  const ctx = actingIn(unitId);
  const counting: number[] = [];
  const atFirst = await processorMs();
  for (let i = 0; i < SAMPLES; i++) counting.push((await timed(() => readQueues(ctx, { hours: 8 })))[0]);
  line(`all counts of ${where}`, counting, (await processorMs()) - atFirst);
  const { counts } = await readQueues(ctx, { hours: 8 });
  const pages: (Partial<ListDossiers> | undefined)[] = [...DOSSIER_QUEUES.map((queue) => ({ queue })), undefined];
  for (const input of pages) {
    const times: number[] = [];
    const before = await processorMs();
    for (let i = 0; i < SAMPLES; i++) {
      const [time, page] = await timed(() => listDossiers(ctx, listed.parse(input ?? {})));
      times.push(time);
      if (input?.queue) deepStrictEqual(page.total, counts[input.queue], `count of ${input.queue}`);
    }
    line(
      `${where}, ${input?.queue ?? "all dossiers"} (${input?.queue ? counts[input.queue] : "many"})`,
      times,
      (await processorMs()) - before,
    );
  }
}

try {
  const { most, usual } = await fillDesk(database, TOTAL, OF_MOST, NOW);
  const [size] = await root<{ all: string; most: string; usual: string }[]>`
    select count(*) as all, count(*) filter (where unit_id = ${most}) as most,
      count(*) filter (where unit_id = ${usual}) as usual from dossier`;
  console.log(
    `desk: ${size!.all} dossiers of one province; ${size!.most} in the unit that has most, ${size!.usual} in another`,
  );
  await searches("the largest unit", most);
  await queues("the largest unit", most);
  await searches("another unit", usual);
  await queues("another unit", usual);
} finally {
  await database.stop();
}
