// npm run check: everything that needs neither a database nor a browser.

import { runStaticChecks } from "./static-checks.mjs";
import { ensureInstalled, requireNode } from "./steps.mjs";
import { runVitest } from "./vitest-run.mjs";

requireNode();
ensureInstalled();
const [wrong, unit] = await runStaticChecks(() => runVitest("unit"));
console.log(`${unit.passed} passed, ${unit.failed + wrong} failed`);
process.exit(wrong + unit.failed > 0 ? 1 : 0);
