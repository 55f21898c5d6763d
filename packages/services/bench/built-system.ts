import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres, { type Sql } from "postgres";
import { pidsBelow } from "./process-figures";

const root = fileURLToPath(new URL("../../..", import.meta.url));

interface Account {
  site: "commune" | "oversight";
  email: string;
  password: string;
}

export interface BuiltSystem {
  communeUrl: string;
  oversightUrl: string;
  accounts: Account[];
  /** Of the process that started the others. */
  pid: number;
  dataFolder: string;
  /** True when all its processes share one core, and the caller may use the others. */
  oneCore: boolean;
  /** Stops everything; throws when a process of it is left. */
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/**
 * Builds what changed and starts the production system as `npm start` does, in a folder and on ports of its own.
 * @param cores "one" binds it to one core where the machine has several and `taskset`
 * @param databaseUrl an existing database, without the demo; otherwise the embedded one with the demo
 */
export async function startBuiltSystem(databaseUrl = "", cores: "one" | "all" = "one"): Promise<BuiltSystem> {
  const built = spawnSync(process.execPath, [join(root, "tooling/run/build.mjs")], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) throw new Error("the system could not be built");
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-"));
  // As root, PostgreSQL runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, "data");
  const oneCore =
    cores === "one" && availableParallelism() > 1 && spawnSync("taskset", ["-c", "0", "true"]).status === 0;
  const start = [process.execPath, "apps/cli/dist/main.mjs", "up", "--json"];
  const [command, ...args] = oneCore ? ["taskset", "-c", "0", ...start] : start;
  const system = spawn(command!, args, {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      GANDAN_DEMO: databaseUrl ? "0" : "1",
      GANDAN_DATA: dataFolder,
      GANDAN_COMMUNE_PORT: String(await freePort()),
      GANDAN_OVERSIGHT_PORT: String(await freePort()),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((done) => system.on("exit", () => done()));
  const stop = async () => {
    const pids = system.pid === undefined ? [] : pidsBelow(system.pid);
    system.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
    const left = pids.filter(isAlive);
    if (left.length > 0) throw new Error(`processes left behind: ${left.join(", ")}`);
  };
  try {
    const running = await Promise.race([firstLine(system), ended.then(() => null)]);
    if (!running) throw new Error("the system ended before it answered");
    return { ...running, pid: system.pid!, dataFolder, oneCore, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** With --json the system says one thing, once everything answers. */
function firstLine(system: ChildProcess): Promise<Pick<BuiltSystem, "communeUrl" | "oversightUrl" | "accounts">> {
  return new Promise((done, fail) => {
    let said = "";
    system.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (!said.includes("\n")) return;
      try {
        done(JSON.parse(said.slice(0, said.indexOf("\n"))));
      } catch {
        fail(new Error(said));
      }
    });
  });
}

/** One connection as the server's superuser of an embedded database: for what the application itself may not see. */
export function rootOf({ dataFolder }: BuiltSystem): Sql {
  const home = join(dataFolder, "postgresql");
  const { superuser } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as { superuser: string };
  const port = readFileSync(join(home, "data", "postmaster.pid"), "utf8").split("\n")[3];
  return postgres(`postgres://postgres:${superuser}@127.0.0.1:${port}/gandan`, { max: 1, onnotice: () => {} });
}

/** Where a citizen of the demo answers: the sheet of a point. */
export async function sheetOf(system: BuiltSystem): Promise<string> {
  const root = rootOf(system);
  try {
    const [point] = await root<{ code: string; slug: string }[]>`
      select p.code, u.slug from survey_point p join unit u on u.id = p.unit_id
      where p.retired_at is null order by p.label limit 1`;
    return `${system.communeUrl}/p/${point!.slug}/s/${point!.code}`;
  } finally {
    await root.end();
  }
}
