// The checks that need no database: each a name and a command, two at a time.
import { availableParallelism } from "node:os";
import { run } from "./steps.mjs";

const checks = [
  ["types", "tsc", ["-p", "tsconfig.json"]],
  ["format and lint", "biome", ["ci", "--colors=off", "--max-diagnostics=40", "."]],
  ["files", "node", ["tooling/run/house-rules.mjs"]],
  ["dependencies", "depcruise", ["--config", "tooling/depcruise/rules.cjs", "apps", "packages"]],
  ["boundaries", "turbo", ["boundaries"]],
  ["manifests", "sherif", ["--fail-on-warnings"]],
  ["dead code", "knip", ["--no-progress", "--no-config-hints"]],
];

/**
 * Runs every check, prints a line for each and the output of those that fail; the types take as long as all others, so
 * what else there is to run goes beside them.
 * @template T
 * @param {() => Promise<T>} beside begun when no check waits any more
 * @returns {Promise<[wrong: number, done: T]>} how many checks failed, and what came of the other work
 */
export async function runStaticChecks(beside) {
  const waiting = [...checks];
  let failed = 0;
  let other;
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, command, args] = check;
      const { code, seconds, output } = await run(command, args, { keep: true });
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} ${seconds.toFixed(1)} s`);
      if (code === 0) continue;
      failed += 1;
      console.log(output.trimEnd());
    }
    other ??= beside();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  const done = await other;
  return [failed, done];
}
