import { connect } from "@gandan/db/connect";
import { runImport } from "./run-import";

/**
 * A worker with one import, in a process of its own, for tests that kill it. Arguments: address of the database, unit,
 * import, and the instant at which it runs.
 */
const [url, unitId, importId, now] = process.argv.slice(2) as [string, string, string, string];
const app = connect({ url, role: "app", max: 3, name: "killed-import" });
const end = await runImport({ db: { app }, unitId }, importId, new Date(now));
process.stdout.write(`${end}\n`);
await app.sql.end();
