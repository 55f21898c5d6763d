import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { folderFor, run } from "./steps.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/**
 * Runs the browser tests on the built sites with the distribution's Chromium and counts them;
 * skipped and flaky tests count as failed. Without a browser it says what is missing and counts one failure.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runBrowserTests() {
  const chromium = findChromium() ?? installChromium();
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
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file));
}

function installChromium() {
  const works = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
  if (!works("apt-get", ["--version"])) return undefined;
  const root = process.getuid?.() === 0;
  if (!root && !works("sudo", ["-n", "true"])) return undefined;
  console.log("Đang cài Chromium… · Installing Chromium…");
  const install = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"];
  const asRoot = (command) => {
    const [first, ...rest] = root ? command : ["sudo", "-n", ...command];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync(first, rest, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
  };
  if (!asRoot(install) && !(asRoot(["apt-get", "update"]) && asRoot(install))) return undefined;
  return findChromium();
}
