import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "./connect";
import { startEmbeddedServer } from "./embedded-server";
import { migrate } from "./migrate/migrate";
import { lockHolder } from "./server/starter-lock";

const PREFIX = "gandan-test-";

/** Folders of test runs that were killed; their servers are gone or lose their data with it. */
function sweep() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = join(tmpdir(), name);
    if (lockHolder(join(folder, "postgresql/starter.lock")) === null) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * vitest `globalSetup`: one embedded server for the run, with a migrated template database.
 * Test files find it through GANDAN_TEST_URL and GANDAN_TEST_SUPER_URL; see `createTestDatabase`.
 */
export async function setup(): Promise<() => Promise<void>> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer({ dataFolder: folder, unsafe: true });
  const end = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const owner = connect({ url: server.url, max: 1 });
  try {
    await migrate(owner.sql);
  } catch (error) {
    await owner.end();
    await end();
    throw error;
  }
  await owner.end();
  process.env.GANDAN_TEST_URL = server.url;
  process.env.GANDAN_TEST_SUPER_URL = server.superUrl;
  return end;
}
