import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { folderFor, run } from "./steps.mjs";

/**
 * Runs the tests of one vitest project and counts them. A test that is skipped has not passed: it counts as failed,
 * as does a test file that cannot be loaded and a run that ends badly with no failed test.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(project) {
  const report = join(folderFor("test-results"), `vitest-${project}.json`);
  rmSync(report, { force: true });
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code, seconds } = await run("vitest", args);
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${project} tests ${seconds.toFixed(1)} s`);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  return countVitest(JSON.parse(readFileSync(report, "utf8")), code);
}

function countVitest(report, code) {
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + skipped + unloaded.length;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
