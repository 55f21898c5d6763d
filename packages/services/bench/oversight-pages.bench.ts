import { strictEqual } from "node:assert/strict";
import { loadavg } from "node:os";
import { startBenchDatabase, verdict } from "./bench-database";
import { startBuiltSystem } from "./built-system";
import { type Page, quantile, readPage, signIn } from "./page-load";
import { cpuMsOf } from "./process-figures";
import { COMMUNES, fillProvince, type Province } from "./province-fill";

const asked = process.argv.find((arg) => arg.startsWith("--dossiers="))?.slice("--dossiers=".length);
const DOSSIERS = Number(asked ?? 10_000_000);
const LIMIT_MS = 100;
const RUNS = 41;

/** Every page of the oversight app, and its dearer ways of being asked for. */
function pagesOf(site: string, cookie: string, { slug, below, years }: Province): Page[] {
  const [before, year] = years as [number, number];
  const lastYear = `from=${before}-01-01&to=${before}-12-31`;
  const compared = /^So sánh/;
  const pages: [name: string, path: string, heading: RegExp][] = [
    ["compare", "", compared],
    ["compare, page 4", "?page=4", compared],
    ["compare by points, an indicator by month", "?sort=points&direction=down&indicator=thu-xin-loi", compared],
    ["compare a span of odd days", `?from=${before}-07-15&to=${year}-10-17`, compared],
    ["compare the year of the mergers", `?${lastYear}`, compared],
    ["compare the year of the mergers as of today", `?${lastYear}&restated=yes`, compared],
    ["compare by own models", "?measure=own", compared],
    ["compare the year of the mergers by own models", `?${lastYear}&measure=own`, compared],
    ["register", "/register", /^Sổ đăng ký/],
    ["register before the mergers", `/register?on=${before}-06-30`, /^Sổ đăng ký/],
    ["register, filtered and sorted", "/register?state=adopted&q=xa+moi&sort=procedures&direction=down", /^Sổ đăng ký/],
    ["units", "/units", /./],
    ["units found", `/units?q=xa+moi+1&${lastYear}`, /./],
    ["unit", `/units/${below}`, /^Xã Mới 7/],
    ["unit, last year", `/units/${below}?${lastYear}`, /^Xã Mới 7/],
    ["index ranking", "/index", /xếp hạng$/],
    ["index ranking of last year", `/index?year=${before}`, /xếp hạng$/],
    ["index of a unit", `/index/${below}`, /Xã Mới 7/],
  ];
  return pages.map(([name, path, heading]) => ({ name, url: `${site}/o/${slug}${path}`, cookie, heading }));
}

const database = await startBenchDatabase();
try {
  const province = await fillProvince(database, DOSSIERS, new Date());
  const system = await startBuiltSystem(database.url);
  try {
    const cookie = await signIn(system.oversightUrl, province.signInName, province.password);
    const pages = pagesOf(system.oversightUrl, cookie, province);
    const { html } = await readPage(pages[0]!);
    strictEqual(/So sánh (\d+) đơn vị/.exec(html)?.[1], String(COMMUNES));
    console.log(
      `oversight at ${province.dossiers} dossiers of two years, ${COMMUNES} communes made of three each; load of the machine ${loadavg()[0]?.toFixed(1)}`,
    );
    for (const page of pages) {
      for (let run = 0; run < 10; run++) await readPage(page);
      const answers = [];
      const before = cpuMsOf(system.pid);
      for (let run = 0; run < RUNS; run++) answers.push(await readPage(page));
      const cpu = (cpuMsOf(system.pid) - before) / RUNS;
      const ms = answers.map((answer) => answer.ms).sort((a, b) => a - b);
      const [p50, p95] = [quantile(ms, 0.5), quantile(ms, 0.95)];
      const kB = Math.max(...answers.map(({ bytes }) => bytes)) / 1000;
      verdict(
        `oversight ${page.name}: p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)} ms (limit ${LIMIT_MS}), ${cpu.toFixed(1)} ms of processor time in Node, ${kB.toFixed(1)} kB`,
        p95 <= LIMIT_MS,
      );
    }
  } finally {
    await system.stop();
  }
} finally {
  await database.stop();
}
