import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folderFor, run } from "./steps.mjs";

/** The same engine without windows: a third less work for two cores. */
const SHELL = "chromium-headless-shell";
const names = [SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Runs the browser tests on the built sites with the distribution's Chromium and counts them;
 * skipped and flaky tests count as failed. Without a browser it says what is missing and counts one failure.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runBrowserTests() {
  const found = findChromium();
  const chromium = found && !wantsLighter(found) ? found : (installChromium() ?? found);
  if (!chromium) {
    console.error(
      "FAIL Không có Chromium nên không kiểm thử được các trang: hãy cài gói chromium (apt-get install chromium) hoặc đặt CHROMIUM_PATH. · " +
        "The browser tests need Chromium: install it, or set CHROMIUM_PATH.",
    );
    return { passed: 0, failed: 1 };
  }
  const report = join(folderFor("test-results"), "playwright.json");
  rmSync(report, { force: true });
  const { code, seconds } = await run("playwright", ["test", "--config", "tooling/playwright/playwright.config.ts"], {
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_REPORT: report },
  });
  console.log(`${code === 0 ? "ok  " : "FAIL"} browser tests ${seconds.toFixed(1)} s`);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  const failed = stats.unexpected + stats.flaky + stats.skipped + errors.length;
  return { passed: stats.expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** On the machines that test every change; a person's browser is good enough for that person. */
function wantsLighter(found) {
  return Boolean(process.env.CI) && !process.env.CHROMIUM_PATH && !found.endsWith(SHELL);
}

function installChromium() {
  const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  if (!works("apt-get", ["--version"])) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && !works("sudo", ["-n", "true"])) return undefined;
  console.log("Đang cài Chromium… · Installing Chromium…");
  const asRoot = (command) => {
    const [first, ...rest] = root ? command : ["sudo", "-n", ...command];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(first, rest, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  };
  const install = (name) => asRoot(["apt-get", "install", "-y", "--no-install-recommends", name]);
  if (!install(SHELL) && !(asRoot(["apt-get", "update"]) && install(SHELL)) && !install("chromium")) return undefined;
  return findChromium();
}
