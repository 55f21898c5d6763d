// Lets one session of the system under test look as if it had been left alone: node age-session.ts <cookie> <minutes>.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../packages/db/src/connect";

/** Login of the superuser of the system under test, whose data folder GANDAN_TEST_DATA names. */
function superUrl(): string {
  const folder = process.env.GANDAN_TEST_DATA;
  if (!folder) throw new Error("GANDAN_TEST_DATA names no data folder: the tests did not start the system themselves.");
  const home = join(folder, "postgresql");
  const { superuser } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as { superuser: string };
  const port = readFileSync(join(home, "data/postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://postgres:${superuser}@127.0.0.1:${port}/gandan`;
}

const [, , cookie = "", minutes = ""] = process.argv;
const hash = createHash("sha256").update(decodeURIComponent(cookie)).digest("hex");
const database = connect({ url: superUrl(), max: 1, name: "gandan-test" });
try {
  const aged = await database.sql`
    update session set last_seen_at = last_seen_at - make_interval(mins => ${Number(minutes)}) where id_hash = ${hash}`;
  if (aged.count !== 1) throw new Error("The session is not there any more.");
} finally {
  await database.end();
}
