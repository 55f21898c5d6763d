import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { verdict } from "./bench-database";
import { type BuiltSystem, startBuiltSystem } from "./built-system";
import { linkOn, openLoop, type Page, quantile, readPage, signIn, textOf } from "./page-load";
import { cpuMsOf, databasePid, nameOf, pidsBelow, proportionalMb } from "./process-figures";

const asked = process.argv.find((arg) => arg.startsWith("--seconds="))?.slice("--seconds=".length);
const SECONDS = Number(asked ?? 30);
const RATE = 50;
const P95_LIMIT_MS = 100;
const MEMORY_LIMIT_MB = 600;
const SHOWN_LIMIT_S = 5;
/** A system that nobody asks for so long is idle. */
const QUIET_S = 60;
const CPU_RUNS = 40;
const PROCEDURE = "2.000815";

/** The staff pages of a ward with a year and a half of dossiers, and of the offices above. */
async function staffPages({ communeUrl, oversightUrl, accounts }: BuiltSystem): Promise<Page[]> {
  const password = accounts[0]!.password;
  const desk = await signIn(communeUrl, "motcua.dongha", password);
  const town = await signIn(oversightUrl, "theodoi.phuoclong", password);
  const ward = `${communeUrl}/u/phuong-dong-ha-19333`;
  const above = `${oversightUrl}/o/thi-xa-phuoc-long-688`;
  const list: Page = { name: "dossier list", url: `${ward}/dossiers`, cookie: desk, heading: /^Hồ sơ/ };
  const models: Page = { name: "models", url: `${ward}/models`, cookie: desk, heading: /Mô hình/ };
  const units: Page = { name: "units", url: `${above}/units`, cookie: town, heading: /./ };
  const first = async (page: Page, pattern: RegExp) => linkOn((await readPage(page)).html, page.url, pattern);
  return [
    { name: "today", url: ward, cookie: desk, heading: /\/20\d\d/ },
    list,
    { name: "dossier", url: await first(list, /\/dossiers\/[0-9a-f-]{36}/), cookie: desk, heading: /\S/ },
    { name: "score", url: `${ward}/score`, cookie: desk, heading: /\S/ },
    models,
    { name: "model", url: await first(models, /\/models\/[0-9a-f-]{36}/), cookie: desk, heading: /\S/ },
    { name: "own index", url: `${ward}/index`, cookie: desk, heading: /\S/ },
    { name: "compare", url: above, cookie: town, heading: /So sánh|đơn vị/ },
    { name: "register", url: `${above}/register`, cookie: town, heading: /\S/ },
    units,
    { name: "unit", url: await first(units, /\/units\/[a-z]/), cookie: town, heading: /\S/ },
    { name: "index ranking", url: `${above}/index`, cookie: town, heading: /\S/ },
  ];
}

async function underLoad(pages: readonly Page[]): Promise<void> {
  // Ten seconds during which the servers come to know their code; its answers count for nothing.
  await openLoop(pages, RATE, 10);
  const times = await openLoop(pages, RATE, SECONDS);
  for (const { page, ms, bytes, errors } of times) {
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(ms, share)) as [number, number, number];
    if (errors[0]) console.error(errors[0]);
    verdict(
      `page ${page.name}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} (limit ${P95_LIMIT_MS}), p99 ${p99.toFixed(1)} ms of ${ms.length} answers, ${(bytes / 1000).toFixed(1)} kB, ${errors.length} errors`,
      p95 <= P95_LIMIT_MS && errors.length === 0,
    );
  }
  const all = times.flatMap(({ ms }) => ms).sort((a, b) => a - b);
  const p95 = quantile(all, 0.95);
  verdict(
    `all pages at ${RATE} requests/s: p95 ${p95.toFixed(1)} ms (limit ${P95_LIMIT_MS}), p99 ${quantile(all, 0.99).toFixed(1)} ms, ${all.length} answers of ${RATE * SECONDS}`,
    p95 <= P95_LIMIT_MS && all.length === RATE * SECONDS,
  );
}

/** Processor time of one page, one after the other; what the worker and the idle server use meanwhile counts as well. */
async function processorTime(pages: readonly Page[], system: BuiltSystem): Promise<void> {
  const database = databasePid(system.dataFolder);
  for (const page of pages) {
    const [site, server] = [cpuMsOf(system.pid), cpuMsOf(database)];
    for (let run = 0; run < CPU_RUNS; run++) await readPage(page);
    const used = [cpuMsOf(system.pid) - site, cpuMsOf(database) - server].map((ms) => (ms / CPU_RUNS).toFixed(1));
    console.log(`processor time of ${page.name}: ${used[0]} ms in Node, ${used[1]} ms in PostgreSQL`);
  }
}

function memory(system: BuiltSystem, when: string): void {
  const parts = new Map<string, number>();
  const pids = [...pidsBelow(system.pid), ...pidsBelow(databasePid(system.dataFolder))];
  for (const pid of pids) parts.set(nameOf(pid), (parts.get(nameOf(pid)) ?? 0) + proportionalMb(pid));
  const sum = [...parts.values()].reduce((a, b) => a + b, 0);
  const each = [...parts].map(([name, mb]) => `${name} ${mb.toFixed(0)}`).join(", ");
  verdict(
    `idle memory ${when}: ${sum.toFixed(0)} MB (limit ${MEMORY_LIMIT_MB}) in ${pids.length} processes: ${each}`,
    sum <= MEMORY_LIMIT_MB,
  );
}

const HOUR = 3_600_000;
/** A time of today as a province's system writes it: `share` of the day so far in Viet Nam. */
function timeToday(share: number): string {
  const now = Date.now() + 7 * HOUR;
  const midnight = now - (now % (24 * HOUR));
  const iso = new Date(midnight + share * (now - midnight)).toISOString();
  return `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}

/** Uploads a file with one dossier; gives the address at which its import is started. */
async function uploadDossier(unit: string, cookie: string, finished: string): Promise<string> {
  const lines = [
    "Mã hồ sơ,Mã TTHC,Chủ hồ sơ,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày xử lý xong",
    `BENCH-1,${PROCEDURE},Nguyễn Văn A,Trực tiếp,${timeToday(0.2)},${timeToday(0.6)},${finished}`,
  ];
  const form = new FormData();
  form.set("file", new File([`\uFEFF${lines.join("\r\n")}\r\n`], "ho-so.csv", { type: "text/csv" }));
  const headers = { cookie, origin: new URL(unit).origin };
  const answer = await fetch(`${unit}/imports`, { method: "POST", headers, body: form, redirect: "manual" });
  const place = answer.headers.get("location");
  if (answer.status !== 302 || !place) throw new Error(`the file was not taken in: ${answer.status}`);
  return new URL(place, unit).href;
}

/** What the page of a unit says about its figures, and when the newest figures of the comparison were counted (ms). */
async function dashboard(page: Page): Promise<{ figures: string; asOf: number }> {
  const { html } = await readPage(page);
  // The comparison's data, as the browser would ask for it: its instants to the millisecond.
  const data = await fetch(`${page.url.replace(/\/units\/.*/, "")}.data`, { headers: { cookie: page.cookie } });
  const instants = [...(await data.text()).matchAll(/\["D",(\d{13})\]/g)].map(([, ms]) => Number(ms));
  // The minute in which figures were counted stands on the page, too: it alone is no change.
  return { figures: textOf(html).replace(/\d{1,2}:\d{2}/g, ""), asOf: Math.max(0, ...instants) };
}

/** From the click that starts an import until the office above sees its dossier, then until it sees it finished. */
async function untilShown({ communeUrl, oversightUrl, accounts }: BuiltSystem): Promise<void> {
  const password = accounts[0]!.password;
  const desk = await signIn(communeUrl, "motcua.dongha", password);
  const cookie = await signIn(oversightUrl, "theodoi.quangtri", password);
  const ward = `${communeUrl}/u/phuong-dong-ha-19333`;
  const page: Page = {
    name: "unit",
    url: `${oversightUrl}/o/tinh-quang-tri-44/units/phuong-dong-ha-19333`,
    cookie,
    heading: /Phường Đông Hà/,
  };
  for (const [what, finished] of [
    ["new", ""],
    ["changed", timeToday(0.8)],
  ] as const) {
    const place = await uploadDossier(ward, desk, finished);
    const before = await dashboard(page);
    const begin = Date.now();
    const started = await fetch(place, {
      method: "POST",
      headers: { cookie: desk, origin: communeUrl },
      body: new URLSearchParams({ intent: "start" }),
      redirect: "manual",
    });
    if (started.status !== 302) throw new Error(`the import did not start: ${started.status}`);
    let now = before;
    while ((now.figures === before.figures || now.asOf < begin) && Date.now() - begin < 30_000) {
      await setTimeout(50);
      now = await dashboard(page);
    }
    const seconds = (Date.now() - begin) / 1000;
    const moved = now.figures !== before.figures && now.asOf >= begin;
    verdict(
      `a ${what} dossier shows on the dashboard of the province after ${seconds.toFixed(1)} s (limit ${SHOWN_LIMIT_S})${moved ? ", asOf moved" : ", asOf or figures did not move"}`,
      moved && seconds <= SHOWN_LIMIT_S,
    );
  }
}

const system = await startBuiltSystem();
try {
  console.log(
    `the system on ${system.oneCore ? "one core" : "all cores"}; load of the machine ${loadavg()[0]?.toFixed(1)}`,
  );
  await setTimeout(5000);
  memory(system, "after the start");
  const pages = await staffPages(system);
  await underLoad(pages);
  await processorTime(pages, system);
  await untilShown(system);
  await setTimeout(10_000);
  await setTimeout(QUIET_S * 1000);
  memory(system, `${QUIET_S} s after the work`);
} finally {
  await system.stop();
}
