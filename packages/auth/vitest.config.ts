import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    globalSetup: ["../db/src/test-server-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
