import { connect } from "@gandan/db/connect";
import { issueNotices } from "./issue-notices";

/**
 * A worker in one process, for tests that kill it: tells the reminders of a unit as of a moment, and says "done" when
 * there are none left. Arguments: address of the database, unit, moment.
 */
const [url, unitId, time] = process.argv.slice(2) as [string, string, string];
const scope = { db: { app: connect({ url, role: "app", max: 1 }) }, unitId };
process.stdout.write("begun\n");
for (let some = 1; some > 0; ) some = await issueNotices(scope, new Date(time));
process.stdout.write("done\n");
await scope.db.app.end();
