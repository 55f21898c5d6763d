import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyFacts } from "./copy-facts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("the connection answers on after a copy of any size, also of one that comes in a single piece", async () => {
  const unitId = await newUnit(database.owner);
  const scope = { db: { app: database.app }, unitId };
  await database.root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state, received_at, last_seq)
    select ${unitId}, 'H' || i, date '2026-01-01' + i, '2.000815', 'certification', 'direct', 'new', now(), 1
    from generate_series(0, 364) i`;
  for (let days = 1; days <= 365; days += 13) {
    const to = new Date(Date.UTC(2026, 0, days)).toISOString().slice(0, 10);
    const counted = await inUnit(scope, async (_tx, sql) => {
      let copied = 0;
      await copyFacts(sql, unitId, { from: "2026-01-01", to }, ({ cols }) => {
        copied += cols.length;
      });
      const [row] = await sql<{ n: number }[]>`select count(*)::int as n from dossier where received_on <= ${to}`;
      return { copied, n: row!.n };
    });
    expect(counted).toEqual({ copied: days, n: days });
  }
});
