import { readFileSync } from "node:fs";
import { verdict } from "./bench-database";
import { type BuiltSystem, sheetOf, startBuiltSystem } from "./built-system";
import { type Page, quantile, readPage, textOf } from "./page-load";
import { cpuMsOf, nameOf, pidsBelow } from "./process-figures";

/** Pages a second that one core must be able to send, kept or made anew. */
const LEAST_PER_SECOND = 300;
const HEAVIEST = 100_000;
/** The sheet that a citizen answers: processor time of the site, and bytes with all that it fetches. */
const SHEET_MS = 3;
const SHEET_HEAVIEST = 30_000;
const WARM_UP = 300;
const KEPT_RUNS = 3000;
const MADE_RUNS = 600;
const AT_ONCE = 8;

const UNIT = "/p/phuong-dong-ha-19333";

const page = (url: string, path: string, heading: RegExp): Page => ({
  name: path || "promise",
  url: url + UNIT + path,
  cookie: "",
  heading,
});

/** The site's own process: the database and the worker are others. */
function sitePid({ pid }: BuiltSystem): number {
  const found = pidsBelow(pid).find((each) => nameOf(each) === "commune");
  if (found === undefined) throw new Error("the site does not run");
  return found;
}

/** Asks for a page many times, several at once; gives sorted times and the processor time of each answer. */
async function many(pid: number, asked: Page, runs: number) {
  let left = runs;
  const ms: number[] = [];
  const cpu = cpuMsOf(pid);
  const begin = performance.now();
  const one = async () => {
    while (left-- > 0) ms.push((await readPage(asked)).ms);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const seconds = (performance.now() - begin) / 1000;
  ms.sort((a, b) => a - b);
  return { ms, perSecond: runs / seconds, cpuMs: (cpuMsOf(pid) - cpu) / runs };
}

/** The page with all that it makes a browser fetch, over the wire, from cold; a sheet is drawn in the device's own letters. */
async function weight({ url }: Page, withLetters = true): Promise<number> {
  const fetched = async (address: string) => {
    const answer = await fetch(address, { headers: { "accept-encoding": "gzip" } });
    const length = answer.headers.get("content-length");
    const body = new Uint8Array(await answer.arrayBuffer());
    return { bytes: length === null ? body.length : Number(length), text: new TextDecoder().decode(body) };
  };
  const html = await fetched(url);
  const sheets = [...html.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href!);
  const styles = await Promise.all(sheets.map((href) => fetched(new URL(href, url).href)));
  // Two weights of letters in two subsets, and figures: what these pages use of the sheet's eleven files.
  const fonts = [...(styles[0]?.text ?? "").matchAll(/url\(([^)]*(?:bvp-\w+-(?:400|700)|gd-figures-400)[^)]*)\)/g)].map(
    ([, href]) => new URL(href!.replace(/"/g, ""), new URL(sheets[0]!, url)).href,
  );
  const letters = withLetters ? await Promise.all(fonts.map(fetched)) : [];
  return [html, ...styles, ...letters].reduce((sum, { bytes }) => sum + bytes, 0);
}

async function measure(system: BuiltSystem): Promise<void> {
  const { communeUrl } = system;
  const pid = sitePid(system);
  const kept = [
    page(communeUrl, "", /\S/),
    page(communeUrl, "/procedures", /Thủ tục/),
    page(communeUrl, "/results", /Kết quả/),
    page(communeUrl, "/contact", /Liên hệ/),
  ];
  const made = [
    page(communeUrl, "/procedures?q=khai", /Thủ tục/),
    page(communeUrl, "/look-up", /\S/),
    page(communeUrl, "/feedback", /\S/),
  ];
  // Answers are the same, whether kept or made again for another who asks.
  for (const each of kept) {
    const [first, again] = [await readPage(each), await readPage(each)];
    if (textOf(first.html) !== textOf(again.html)) throw new Error(`${each.name} differs from itself`);
    const bytes = await weight(each);
    verdict(`weight of ${each.name} from cold: ${(bytes / 1000).toFixed(1)} kB`, bytes <= HEAVIEST);
  }
  for (const each of [...kept, ...made]) await many(pid, each, WARM_UP);
  for (const [what, pages, runs] of [
    ["kept", kept, KEPT_RUNS],
    ["made", made, MADE_RUNS],
  ] as const) {
    for (const each of pages) {
      const { ms, perSecond, cpuMs } = await many(pid, each, runs);
      verdict(
        `${what} ${each.name}: ${cpuMs.toFixed(2)} ms of processor a page, so ${Math.round(1000 / cpuMs)} a second on a core (least ${LEAST_PER_SECOND}); seen ${Math.round(perSecond)} a second, p99 ${quantile(ms, 0.99).toFixed(1)} ms`,
        1000 / cpuMs >= LEAST_PER_SECOND,
      );
    }
  }
}

/** The sheet at a desk's code is made for each who opens it: its stamp tells how long answering took. */
async function measureSheet(system: BuiltSystem): Promise<void> {
  const sheet: Page = { name: "sheet", url: await sheetOf(system), cookie: "", heading: /\S/ };
  const pid = sitePid(system);
  const bytes = await weight(sheet, false);
  verdict(`weight of the sheet from cold: ${(bytes / 1000).toFixed(1)} kB (limit 30)`, bytes <= SHEET_HEAVIEST);
  await many(pid, sheet, WARM_UP);
  const { ms, cpuMs } = await many(pid, sheet, MADE_RUNS);
  verdict(
    `the sheet: ${cpuMs.toFixed(2)} ms of processor a page (limit ${SHEET_MS}), p99 ${quantile(ms, 0.99).toFixed(1)} ms`,
    cpuMs <= SHEET_MS,
  );
}

const system = await startBuiltSystem();
try {
  console.log(`load of the machine at the beginning: ${readFileSync("/proc/loadavg", "utf8").trim()}`);
  await measure(system);
  await measureSheet(system);
} finally {
  await system.stop();
}
