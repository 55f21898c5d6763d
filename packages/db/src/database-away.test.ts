import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./connect";
import { databaseAway } from "./database-away";
import { inUnit } from "./in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const caught = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => {
      throw new Error("it went through");
    },
    (error: unknown) => error,
  );

/** A port on which nobody listens. */
function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

describe("a database that does not answer", () => {
  it("is known by a closed port", async () => {
    const nobody = connect({ url: `postgres://gandan:x@127.0.0.1:${await closedPort()}/gandan`, max: 1 });
    expect(databaseAway(await caught(nobody.sql`select 1`))).toBe("ECONNREFUSED");
    await nobody.end();
  });

  it("is known by a connection ended under a query, through drizzle and in a transaction", async () => {
    const unitId = await newUnit(database.owner);
    const { root } = database;
    const endAll = () =>
      root`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    const waiting = caught(database.app.sql`select pg_sleep(20)`);
    const inTransaction = caught(
      inUnit({ db: { app: database.app }, unitId }, async (tx, sql) => {
        await sql`select 1`;
        await endAll();
        await tx.execute("select 1");
      }),
    );
    expect(databaseAway(await waiting)).toMatch(/^(57P01|CONNECTION_CLOSED)$/);
    expect(databaseAway(await inTransaction)).toMatch(/^(57P01|CONNECTION_CLOSED)$/);
    expect(await database.app.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it("is found among gathered errors and causes", () => {
    const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    expect(databaseAway(new Error("unit", { cause: new AggregateError([new Error("a"), refused]) }))).toBe(
      "ECONNREFUSED",
    );
    expect(databaseAway(Object.assign(new Error("starting"), { code: "57P03" }))).toBe("57P03");
  });

  it("is not the trouble of a query, of a file, nor of the program", async () => {
    for (const text of ["select 1/0", "select nothing", "select * from no_such_table"]) {
      expect(databaseAway(await caught(database.app.sql.unsafe(text))), text).toBeNull();
    }
    for (const other of [new Error("no"), new TypeError("x"), "ECONNREFUSED", null, undefined, { code: "57P01" }]) {
      expect(databaseAway(other)).toBeNull();
    }
  });
});
