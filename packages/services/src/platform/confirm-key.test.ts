import { randomBytes } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keyState, markKey } from "./confirm-key";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it("a database knows the key it was sealed with, and no other becomes it", async () => {
  const [key, other] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
  const now = new Date("2026-11-20T02:00:00Z");
  expect(await keyState(database.url, null)).toBe("unknown");
  expect(await keyState(database.url, key)).toBe("unknown");
  await markKey(database.url, key, now);
  await markKey(database.url, other, now);
  expect(await keyState(database.url, key)).toBe("right");
  expect(await keyState(database.url, other)).toBe("wrong");
  expect(await keyState(database.url, null)).toBe("missing");
  await expect(keyState(database.url, "short")).rejects.toThrow("32 bytes");
  const rows = await database.root`select value from unit_setting where area = 'installation-key'`;
  expect(JSON.stringify(rows)).not.toContain(key.slice(0, 12));
});
