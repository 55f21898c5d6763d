import { Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "./connect";
import { createTestDatabase, type TestDatabase } from "./test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
afterEach(() => vi.restoreAllMocks());

describe("connect", () => {
  it("sends at once what is written, without waiting for the answer to what was sent before", async () => {
    const undelayed = vi.spyOn(Socket.prototype, "setNoDelay");
    const single = connect({ url: database.url, max: 1 });
    await single.sql`select 1`;
    expect(undelayed.mock.calls).toEqual([[true]]);
    await single.end();
  });
});
