import { strictEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { loadavg } from "node:os";
import { setTimeout } from "node:timers/promises";
import { verdict } from "./bench-database";
import { type BuiltSystem, rootOf, sheetOf, startBuiltSystem } from "./built-system";
import { openLoop, type Page, quantile, signIn } from "./page-load";
import { databasePid, pidsBelow } from "./process-figures";

const asked = process.argv.find((arg) => arg.startsWith("--seconds="))?.slice("--seconds=".length);
/** The load that is promised lasts ten minutes: `--seconds=600`. */
const SECONDS = Number(asked ?? 60);
const RATE = 50;
const STAFF_RATE = 5;
const AT_ONCE = 500;
const TRIES = 20;

const agent = new Agent({ keepAlive: true, maxSockets: 600 });

interface Reply {
  status: number;
  location: string;
  body: string;
}

/** Asks as one of many devices: each has its own address and sends no cookie. */
function ask(url: string, device: number, form?: URLSearchParams): Promise<Reply> {
  const body = form?.toString();
  const headers: Record<string, string | number> = {
    "accept-encoding": "identity",
    "x-forwarded-for": `10.${(device >> 16) & 255}.${(device >> 8) & 255}.${device & 255}`,
    ...(body === undefined
      ? {}
      : {
          origin: new URL(url).origin,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        }),
  };
  return new Promise((done, fail) => {
    const sent = request(url, { agent, headers, method: body === undefined ? "GET" : "POST", timeout: 60_000 });
    sent.on("error", fail).on("timeout", () => sent.destroy(new Error("no answer")));
    sent.on("response", (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", fail);
      answer.on("end", () =>
        done({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.end(body);
  });
}

/** The fields of a sheet as a citizen sends them who gives each question with levels a four. */
function filledIn(html: string): URLSearchParams {
  const form = new URLSearchParams();
  const stamp = /name="stamp" value="([^"]+)"/.exec(html)?.[1];
  if (!stamp) throw new Error("the page has no sheet");
  form.set("stamp", stamp);
  for (const [, tag] of html.matchAll(/<input ([^>]*type="radio"[^>]*)>/g)) {
    const name = /name="([^"]+)"/.exec(tag!)?.[1];
    if (name && /value="4"/.test(tag!)) form.set(name, "4");
  }
  return form;
}

interface Load {
  opened: number[];
  sent: number[];
  /** Times that an answer was not the page asked for; the citizen tried again. */
  troubles: number;
  taken: number;
  lost: string[];
}

const newLoad = (): Load => ({ opened: [], sent: [], troubles: 0, taken: 0, lost: [] });

/** Tries until it is answered as wished, a second between; undefined when it never was. */
async function persist(
  load: Load,
  times: number[],
  due: number,
  attempt: () => Promise<Reply>,
  good: (r: Reply) => boolean,
) {
  let said = "";
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const reply = await attempt();
      if (good(reply)) {
        times.push(performance.now() - due);
        return reply;
      }
      said = `${reply.status}`;
    } catch (error) {
      said = (error as Error).message;
    }
    load.troubles++;
    await setTimeout(1000);
  }
  load.lost.push(said);
  return undefined;
}

async function sendSheet(load: Load, url: string, device: number, due: number, html: string): Promise<void> {
  const form = filledIn(html);
  const sent = await persist(
    load,
    load.sent,
    due,
    () => ask(url, device, form),
    ({ status }) => status === 303,
  );
  if (sent) load.taken++;
}

async function openAndSend(load: Load, url: string, device: number, due: number): Promise<void> {
  const page = await persist(
    load,
    load.opened,
    due,
    () => ask(url, device),
    ({ status }) => status === 200,
  );
  if (page) await sendSheet(load, url, device, performance.now(), page.body);
}

/** How long things took; nothing of what was not timed. */
function tell(what: string, times: number[]): string {
  if (times.length === 0) return "";
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(0));
  return `; ${what} p50 ${p50}, p95 ${p95}, p99 ${p99} ms`;
}

async function stored(system: BuiltSystem): Promise<{ kept: number; counted: number; waiting: number }> {
  const root = rootOf(system);
  try {
    const [row] = await root<{ kept: number; counted: number; waiting: number }[]>`
      select (select count(*)::int from survey_response) as kept, (select count(*)::int from survey_inbox) as waiting,
        (select coalesce(sum(counts[1]), 0)::int from rollup_survey where dimension = 'all' and question_id = '') as counted`;
    return row!;
  } finally {
    await root.end();
  }
}

/** Once nothing waits any more, everything that was taken is kept and counted, and nothing else. */
async function settled(system: BuiltSystem, before: number, load: Load, what: string): Promise<void> {
  let now = await stored(system);
  for (let tries = 0; now.waiting > 0 && tries < 120; tries++) {
    await setTimeout(500);
    now = await stored(system);
  }
  strictEqual(now.counted, now.kept, "sheets counted are those kept");
  const kept = now.kept - before;
  verdict(
    `${what}: ${load.taken} sheets taken, ${kept} kept and counted, ${load.lost.length} not sent, ${load.troubles} answers asked for again${tell("page", load.opened)}${tell("sending", load.sent)}`,
    kept === load.taken && load.lost.length === 0,
  );
  if (load.lost[0]) console.error(load.lost[0]);
}

/** One process of the database dies without warning: the server ends all others and recovers, as after a crash. */
function killDatabase(system: BuiltSystem): void {
  const server = databasePid(system.dataFolder);
  const backend = pidsBelow(server)
    .filter((pid) => pid !== server)
    .find((pid) => / gandan \S+ 127\.0\.0\.1/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")));
  if (backend === undefined) throw new Error("no process of the database is at work");
  process.kill(backend, "SIGKILL");
}

async function allAtOnce(system: BuiltSystem, url: string): Promise<void> {
  const load = newLoad();
  const before = (await stored(system)).kept;
  const pages: string[] = [];
  for (let device = 0; device < AT_ONCE; device++) pages.push((await ask(url, device)).body);
  const due = performance.now();
  await Promise.all(pages.map((html, device) => sendSheet(load, url, device, due, html)));
  await settled(system, before, load, `${AT_ONCE} sheets at once`);
}

async function forLong(system: BuiltSystem, url: string, staff: readonly Page[]): Promise<void> {
  const load = newLoad();
  const before = (await stored(system)).kept;
  const begin = performance.now();
  const work = openLoop(staff, STAFF_RATE, SECONDS);
  const killing = setTimeout((SECONDS * 1000) / 2).then(() => killDatabase(system));
  const sheets: Promise<void>[] = [];
  for (let i = 0; i < RATE * SECONDS; i++) {
    const due = begin + (i * 1000) / RATE;
    const early = due - performance.now();
    if (early > 0) await setTimeout(early);
    sheets.push(openAndSend(load, url, 1000 + i, due));
  }
  await Promise.all([...sheets, killing]);
  const pages = await work;
  await settled(system, before, load, `${RATE} sheets/s for ${SECONDS} s, the database killed in the middle`);
  const times = pages.flatMap(({ ms }) => ms);
  const errors = pages.flatMap((page) => page.errors);
  console.log(
    `staff beside it, ${STAFF_RATE} pages/s: ${times.length} pages, ${errors.length} errors while the database was away${tell("pages", times)}`,
  );
}

process.env.GANDAN_BEHIND_PROXY = "1";
const system = await startBuiltSystem("", "all");
try {
  const password = system.accounts[0]!.password;
  const cookie = await signIn(system.communeUrl, "vanphong.namdong", password);
  const slug = "xa-nam-dong-24649";
  const ward = `${system.communeUrl}/u/${slug}`;
  const url = await sheetOf(system);
  const staff = ["", "/dossiers", "/score", "/surveys"].map(
    (path): Page => ({ name: path || "today", url: ward + path, cookie, heading: /\S/ }),
  );
  console.log(`the system and its citizens on all cores; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  for (let device = 0; device < 200; device++) await ask(url, device);
  await allAtOnce(system, url);
  await forLong(system, url, staff);
} finally {
  await system.stop();
}
