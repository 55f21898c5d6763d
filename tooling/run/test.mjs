// npm test: all checks and all tests. The last line is "N passed, N failed": tests of vitest and Playwright are counted
// one by one; a check or a build is no test and adds nothing when it holds, and one failure when it does not.
import { runBrowserTests } from "./browser-tests.mjs";
import { runStaticChecks } from "./static-checks.mjs";
import { ensureInstalled, requireNode, run } from "./steps.mjs";
import { runVitest } from "./vitest-run.mjs";

requireNode();
ensureInstalled();
const [wrong, unit] = await runStaticChecks(() => runVitest("unit"));
const integration = await runVitest("integration");
const built = (await run(process.execPath, ["tooling/run/build.mjs"])).code === 0;
console.log(`${built ? "ok  " : "FAIL"} build`);
const browser = built ? await runBrowserTests() : { passed: 0, failed: 1 };

const counts = [unit, integration, browser];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, wrong);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
