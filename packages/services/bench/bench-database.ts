import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@gandan/db/connect";
import { startEmbeddedServer } from "@gandan/db/embedded-server";
import { migrate } from "@gandan/db/migrate/migrate";
import postgres, { type Sql } from "postgres";

export interface BenchDatabase {
  /** Login of the owner, for programs that connect by themselves. */
  url: string;
  owner: Database;
  app: Database;
  oversight: Database;
  /** Superuser, one connection: sets the peer's data up and runs its statements. */
  root: Sql;
  stop: () => Promise<void>;
}

/** A migrated PostgreSQL of its own for one benchmark, that works with one process per query. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "gandan-bench-"));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ dataFolder: folder, unsafe: true });
  const superUrl = new URL(server.superUrl);
  superUrl.pathname = "/gandan";
  const root = postgres(superUrl.href, {
    max: 1,
    onnotice: () => {},
    connection: { max_parallel_workers_per_gather: 0, max_parallel_maintenance_workers: 0, TimeZone: "UTC" },
  });
  const owner = connect({ url: server.url, max: 1 });
  const app = connect({ url: server.url, role: "app", max: 2 });
  const oversight = connect({ url: server.url, role: "oversight", max: 2 });
  const stop = async () => {
    await Promise.all([owner.end(), app.end(), oversight.end(), root.end({ timeout: 5 })]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await migrate(owner.sql);
    await root`alter database gandan set max_parallel_workers_per_gather = 0`;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.url, owner, app, oversight, root, stop };
}

/** The middle and the shortest of `runs` times, in seconds, and what the last run gave. */
export async function medianOf<T>(
  runs: number,
  work: () => Promise<T> | T,
): Promise<{ seconds: number; best: number; result: T }> {
  const times: number[] = [];
  let result: T | undefined;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    result = await work();
    times.push((performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return { seconds: times[runs >> 1]!, best: times[0]!, result: result as T };
}

/** Prints a line of a benchmark with its verdict and remembers a failure in the exit code. */
export function verdict(line: string, holds: boolean): void {
  console.log(`${line} ${holds ? "ok" : "FAIL"}`);
  if (!holds) process.exitCode = 1;
}
