import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { communePort, oversightPort } from "./test-sites";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the built system with the demo on data of its own; gives the function that stops it. */
export default async function startSystem(): Promise<() => Promise<void>> {
  // As root, PostgreSQL runs as another user, who must be able to enter the folder wherever the checkout lies.
  const dataFolder = mkdtempSync(join(tmpdir(), "gandan-browser-"));
  chmodSync(dataFolder, 0o755);
  // Where tests that let time pass find the database.
  process.env.GANDAN_TEST_DATA = join(dataFolder, "data");
  const system = spawn(process.execPath, ["apps/cli/dist/main.mjs", "up", "--json"], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      // Receivers of events stand on this machine.
      GANDAN_WEBHOOK_NETWORKS: "127.0.0.1",
      DATABASE_URL: "",
      GANDAN_DATA: process.env.GANDAN_TEST_DATA,
      GANDAN_COMMUNE_PORT: String(communePort),
      GANDAN_OVERSIGHT_PORT: String(oversightPort),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((done) => system.on("exit", done));
  await Promise.race([running(system), ended.then(failed)]);
  return async () => {
    system.kill("SIGTERM");
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

function failed(code: number | null): never {
  throw new Error(`The system did not start for the browser tests (exit code ${code}).`);
}

/** With --json the system says one thing: where the sites are, once everything answers, or what went wrong. */
function running(system: ChildProcess): Promise<void> {
  return new Promise((done, fail) =>
    system.stdout?.once("data", (said: Buffer) =>
      said.includes("communeUrl") ? done() : fail(new Error(said.toString())),
    ),
  );
}
