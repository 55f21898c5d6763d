import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { communePort, oversightPort } from "./test-sites";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the built system with the demo on data of its own; gives the function that stops it. */
export default async function startSystem(): Promise<() => Promise<void>> {
  const system = spawn(process.execPath, ["apps/cli/dist/main.mjs", "up", "--reset", "--json"], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      GANDAN_DATA: ".gandan-browser",
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
