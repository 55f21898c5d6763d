import { connect } from "@gandan/db/connect";
import { keepLetters } from "./keep-letters";

/**
 * A worker that drafts the letters of a unit, in a process of its own, for tests that kill it. Arguments: address of the
 * database, unit, and the moment at which it works.
 */
const [url, unitId, now] = process.argv.slice(2) as [string, string, string];
const app = connect({ url, role: "app", max: 1, name: "killed-keeper" });
while ((await keepLetters({ db: { app }, unitId }, new Date(now))) > 0);
await app.sql.end();
