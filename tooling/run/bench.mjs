// npm run bench [-- name…]: every packages/*/bench/*.bench.ts in turn; a name limits it to the files that contain it.
import { ensureInstalled, filesBelow, requireNode, run } from "./steps.mjs";

requireNode();
ensureInstalled();
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const files = filesBelow("packages")
  .filter((file) => /^packages\/[^/]+\/bench\/[^/]+\.bench\.ts$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort();
const failed = [];
for (const file of files) {
  console.log(`\n${file}`);
  const { code } = await run("tsx", [file], { env: { NODE_ENV: "production" } });
  if (code !== 0) failed.push(file);
}
console.log(`\n${files.length - failed.length} of ${files.length} benchmarks held`);
for (const file of failed) console.error(`FAIL ${file}`);
process.exit(failed.length > 0 || files.length === 0 ? 1 : 0);
