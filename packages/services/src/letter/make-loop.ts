import { connect } from "@gandan/db/connect";
import { makeLetterFiles } from "./make-letter-files";

/**
 * A worker that makes the files of a unit's letters, in a process of its own, for tests that kill it. Arguments: address
 * of the database and unit.
 */
const [url, unitId] = process.argv.slice(2) as [string, string];
const app = connect({ url, role: "app", max: 1, name: "killed-maker" });
await makeLetterFiles({ db: { app }, unitId }, () => new Date());
await app.sql.end();
