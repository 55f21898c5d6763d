import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const tests = (room: string, names: string[]) => names.map((name) => `${room}/${name}/**/*.test.{ts,tsx}`);
const databaseServer = fileURLToPath(new URL("packages/db/src/test-server-setup.ts", import.meta.url));

/** `unit` needs nothing but Node; `integration` works on a real PostgreSQL that is started for it. */
export default defineConfig({
  test: {
    // By itself vitest leaves a core to whoever watches; much of a test's time belongs to PostgreSQL.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: "unit",
          include: tests("packages", ["calendar", "model", "rulesets", "ui", "i18n", "web", "site", "documents"]),
          testTimeout: 30_000,
          // Pure files change nothing that others see; a process for each would cost more than its tests.
          isolate: false,
        },
      },
      {
        test: {
          name: "integration",
          include: [...tests("packages", ["db", "auth", "services", "api"]), ...tests("apps", ["*"])],
          exclude: ["**/node_modules/**", "**/e2e/**", "**/build/**", "**/dist/**"],
          globalSetup: [databaseServer],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
