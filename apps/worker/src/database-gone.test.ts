import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "@gandan/services/platform/migrate-database";
import { openWorker } from "@gandan/services/platform/open-worker";
import { startDatabase } from "@gandan/services/platform/start-database";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { workLoop } from "./work-loop";

let dataFolder: string;
let stopServer = async () => {};
beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "gandan-worker-"));
  chmodSync(dataFolder, 0o755);
});
afterAll(async () => {
  await stopServer();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(dataFolder, { recursive: true, force: true });
});

it("waits quietly while a real server is gone, and works on when it is back", { timeout: 120_000 }, async () => {
  const told: string[] = [];
  for (const level of ["error", "info"] as const) {
    vi.spyOn(console, level).mockImplementation((line: unknown) => void told.push(String(line)));
  }
  const place = { dataFolder, databaseUrl: undefined, reset: false };
  const first = await startDatabase(place);
  stopServer = first.stop;
  vi.stubEnv("GANDAN_DATABASE_PORT", new URL(first.url).port);
  await migrateDatabase(first.url);
  const duties = openWorker({ ...process.env, DATABASE_URL: first.url });
  const rounds = { done: 0, failed: 0 };
  const counted = (run: (signal: AbortSignal) => Promise<boolean>) => async (signal: AbortSignal) => {
    try {
      const busy = await run(signal);
      rounds.done++;
      return busy;
    } catch (error) {
      rounds.failed++;
      throw error;
    }
  };
  const loop = workLoop({
    jobs: [
      { name: "imports", run: counted(duties.runImports) },
      { name: "figures", run: counted(duties.keepFigures) },
    ],
    pauseMs: 20,
    away: duties.away,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 20))),
  });
  loop.start();
  const reached = (what: () => boolean) => vi.waitFor(() => expect(what()).toBe(true), { timeout: 60_000 });
  await reached(() => rounds.done >= 4);
  await first.stop();
  stopServer = async () => {};
  await reached(() => rounds.failed >= 3);
  expect(told).toEqual([expect.stringMatching(/^worker: the database does not answer \(\w+\); waiting for it$/)]);

  const second = await startDatabase(place);
  stopServer = second.stop;
  const { done } = rounds;
  await reached(() => rounds.done >= done + 4);
  await loop.stop();
  await duties.close();
  expect(second.url).toBe(first.url);
  expect(told.slice(1)).toEqual([expect.stringMatching(/^worker: the database answers again, tries: \d+$/)]);
});
