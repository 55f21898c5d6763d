import { defineConfig } from "@playwright/test";
import { communeUrl, oversightUrl } from "./test-sites";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Browser tests of both sites on the production build; `npm test` names the browser and the report by the environment. */
export default defineConfig({
  // A test says page.goto("/sign-in"); the folder it lies in says on which site.
  projects: [
    { name: "commune", testDir: "../../apps/commune/e2e", testMatch: "**/*.test.ts", use: { baseURL: communeUrl } },
    {
      name: "oversight",
      testDir: "../../apps/oversight/e2e",
      testMatch: "**/*.test.ts",
      use: { baseURL: oversightUrl },
    },
  ],
  outputDir: "../../test-results/browser",
  globalSetup: "./start-system.ts",
  fullyParallel: false,
  // A third would save half a minute, and let journeys that count or keep time wait for a core.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_REPORT ?? "../../test-results/playwright.json" }]],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: flags },
  },
});
