import type { Writable } from "node:stream";
import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, type Database } from "./connect";
import { databaseAway } from "./database-away";
import { createTestDatabase, type TestDatabase } from "./test-database";

let database: TestDatabase;
/** One connection, so that what comes next must use the one that was lost. */
let single: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.owner.sql`create table kept (what text not null)`;
});
beforeEach(async () => {
  await database.owner.sql`truncate kept`;
  single = connect({ url: database.url, max: 1, name: "single" });
});
afterAll(() => database.drop());

const kept = async () => (await database.owner.sql<{ what: string }[]>`select what from kept`).map(({ what }) => what);

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const codeOf = (work: PromiseLike<unknown>) => Promise.resolve(work).then(() => "done", databaseAway);

/** A transaction whose connection is killed; what it still has to do waits for `opened`. */
async function lostTransaction(opened: Promise<void>, still: (sql: TransactionSql) => Promise<unknown>) {
  let rest: Promise<string | null> = Promise.resolve(null);
  const lost = single.sql.begin(async (sql) => {
    const [own] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    rest = opened.then(() => codeOf(still(sql)));
    await database.root`select pg_terminate_backend(${own!.pid})`;
    await rest;
    throw new Error("given up");
  });
  expect(await codeOf(lost)).toMatch(/^(57P01|CONNECTION_CLOSED|ECONNRESET)$/);
  return () => rest;
}

describe("a transaction whose connection is lost", () => {
  it("does not roll back the next one, which has the connection anew", async () => {
    const { open, opened } = gate();
    const rest = await lostTransaction(opened, async () => {});
    await single.sql.begin(async (sql) => {
      await sql`insert into kept values ('next')`;
      open();
      await rest();
      // Time for what the lost one does at its end.
      await database.root`select pg_sleep(0.2)`;
    });
    expect(await kept()).toEqual(["next"]);
    await single.end();
  });

  it("writes nothing into the next one", async () => {
    const { open, opened } = gate();
    const rest = await lostTransaction(opened, (sql) => sql`insert into kept values ('stray')`);
    await single.sql.begin(async (sql) => {
      await sql`insert into kept values ('next')`;
      open();
      expect(await rest()).toBe("CONNECTION_CLOSED");
    });
    expect(await kept()).toEqual(["next"]);
    await single.end();
  });

  it("begins no COPY in the next one, which would wait for its end for ever", async () => {
    const { open, opened } = gate();
    const streams: Writable[] = [];
    const rest = await lostTransaction(opened, async (sql) => {
      streams.push(await sql`copy kept from stdin`.writable());
    });
    await single.sql.begin(async (sql) => {
      open();
      expect(await rest()).toBe("CONNECTION_CLOSED");
      await sql`insert into kept values ('next')`;
    });
    expect(streams).toEqual([]);
    expect(await kept()).toEqual(["next"]);
    await single.end();
  });
});
