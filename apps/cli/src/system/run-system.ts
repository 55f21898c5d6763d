import { fileURLToPath } from "node:url";
import { migrateDatabase } from "@gandan/services/platform/migrate-database";
import { startDatabase } from "@gandan/services/platform/start-database";
import { checkPort } from "./check-port";
import { type Child, startChild } from "./child";
import { confirmInstallationKey } from "./installation-key";
import { type DemoAccount, loadDemo } from "./load-demo";
import { Problem } from "./problem";
import type { Settings } from "./settings";

export type Running = { communeUrl: string; oversightUrl: string; accounts: DemoAccount[] };

type Run = {
  settings: Settings;
  /** Empties the embedded database first. */
  reset: boolean;
  /** Aborted when the person wants everything to end. */
  signal: AbortSignal;
  progress: (sentence: string) => void;
  /** Called once everything answers. */
  onRunning: (running: Running) => void;
};

/** In the bundle this module lies in apps/cli/dist; its own address stays that of the source. */
const builtFile = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * Starts database, worker and both sites, stays until the signal is aborted, then stops them in the opposite order.
 * Throws a Problem when a part cannot start or ends by itself; everything has been stopped then, too.
 */
export async function runSystem({ settings, reset, signal, progress, onRunning }: Run): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  const stopped = new Promise<"stopped">((done) => signal.addEventListener("abort", () => done("stopped")));
  /** Waits for a step, but not when all is to end. */
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const done = await Promise.race([work, stopped]);
    if (signal.aborted) throw signal.reason;
    return done as T;
  };
  try {
    if (reset && settings.databaseUrl) throw resetRefused();
    progress("Đang mở cơ sở dữ liệu… · Opening the database…");
    // First, as it also finds out whether another start runs on this data, which says more than a port in use.
    const database = await startDatabase({ ...settings, reset });
    undo.push(database.stop);
    await checkPort(settings.communePort, "GANDAN_COMMUNE_PORT");
    await checkPort(settings.oversightPort, "GANDAN_OVERSIGHT_PORT");
    await step(migrateDatabase(database.url).catch((error: unknown) => unreachable(error, settings)));
    const key = await step(confirmInstallationKey(settings.dataFolder, database.url));
    const { accounts, demo } = await step(loadDemo(database.url, progress, key));
    progress("Đang mở các trang… · Opening the sites…");
    const children = startChildren(settings, { databaseUrl: database.url, key, demo }, undo);
    await step(Promise.race([Promise.all(children.map(({ ready }) => ready)), ...children.map(failed)]));
    const running = { ...addresses(settings), accounts };
    await step(Promise.all([running.communeUrl, running.oversightUrl].map((url) => healthy(url, signal))));
    onRunning(running);
    await step(Promise.race(children.map(failed)));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    for (const action of undo.reverse()) await action();
  }
}

/** A driver's message names neither the variable nor what to do. Errors of the migrations themselves pass. */
function unreachable(error: unknown, { databaseUrl }: Settings): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!databaseUrl || !/^(?:E[A-Z]+|CONNECT_TIMEOUT|28\w{3}|3D000|42501)$/.test(code)) throw error;
  throw new Problem(
    `Không dùng được cơ sở dữ liệu ở DATABASE_URL (${code}): hãy kiểm tra địa chỉ, mật khẩu và quyền sở hữu, hoặc bỏ biến đó để dùng cơ sở dữ liệu đi kèm.`,
    `The database at DATABASE_URL cannot be used (${code}): check its address, password and owner, or unset it to use the embedded one.`,
  );
}

const resetRefused = () =>
  new Problem(
    "--reset chỉ xoá cơ sở dữ liệu đi kèm, không xoá máy chủ ở DATABASE_URL: hãy tự xoá ở đó, hoặc bỏ DATABASE_URL.",
    "--reset empties the embedded database only, not the server at DATABASE_URL: empty that one yourself.",
  );

const addresses = ({ communePort, oversightPort }: Settings) => ({
  communeUrl: `http://localhost:${communePort}`,
  oversightUrl: `http://localhost:${oversightPort}`,
});

/**
 * Pages need a tenth of the memory; where Node may have more it keeps the rubbish of a busy hour for the idle ones.
 * Four threads that clear up together use a twelfth more of the processor than one. What a
 * busy time has left is cleared up in the quiet after it.
 */
const SITE_FLAGS = ["--max-old-space-size=512", "--single-threaded-gc", "--expose-gc"];

/**
 * A page over hundreds of units is made of some 15 MB. In young room of twice that it is gone before anything is moved
 * out of its way, which saves up to a quarter of its processor time; a busy time takes 25 MB more for it, the quiet none.
 */
const YOUNG_ROOM: Record<string, string[]> = { oversight: ["--max-semi-space-size=32"] };

type Data = { databaseUrl: string; key: string; demo: boolean };

function startChildren(
  settings: Settings,
  { databaseUrl, key, demo }: Data,
  undo: (() => Promise<unknown>)[],
): Child[] {
  const env = {
    DATABASE_URL: databaseUrl,
    GANDAN_DATA: settings.dataFolder,
    GANDAN_SECRET_KEY: key,
    // The demo protects nothing but made-up data, and is to be seen within two minutes.
    GANDAN_SECOND_FACTOR: process.env.GANDAN_SECOND_FACTOR || (demo ? "offered" : "required"),
    GANDAN_COMMUNE_PORT: String(settings.communePort),
    GANDAN_OVERSIGHT_PORT: String(settings.oversightPort),
  };
  const worker = startChild("worker", builtFile("worker/dist/main.mjs"), env);
  undo.push(() => worker.stop(15_000));
  const sites = ["commune", "oversight"].map((name) =>
    startChild(name, builtFile(`${name}/build/server/index.js`), env, [...SITE_FLAGS, ...(YOUNG_ROOM[name] ?? [])]),
  );
  undo.push(() => Promise.all(sites.map((site) => site.stop(10_000))));
  return [worker, ...sites];
}

async function failed({ name, ended }: Child): Promise<never> {
  const code = await ended;
  throw new Problem(
    `Phần “${name}” đã dừng ngoài dự kiến (mã ${code}), nên cả hệ thống dừng lại: hãy xem lỗi ở trên rồi chạy lại npm start.`,
    `The ${name} ended unexpectedly (code ${code}), so everything was stopped: see the error above, then run npm start again.`,
  );
}

async function healthy(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
}
