import { afterAll, beforeAll, expect, it } from "vitest";
import { findWork } from "./find-work";
import { inUnit } from "./in-unit";
import { dossier } from "./schema/dossier";
import { rollupDirty } from "./schema/rollup-dirty";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = new Date("2026-03-02T01:00:00Z");

it("names the units with dirty days or an outcome that may have changed, and no others", async () => {
  const [quiet, dirty, due] = await Promise.all([
    newUnit(database.owner),
    newUnit(database.owner),
    newUnit(database.owner),
  ]);
  const receive = (unitId: string, nextJudgeAt: Date | null) =>
    inUnit({ db: { app: database.app }, unitId }, (tx) =>
      tx.insert(dossier).values({
        unitId,
        externalCode: "A-1",
        receivedOn: "2026-03-02",
        procedureCode: "1.001193",
        procedureGroup: "birth",
        channel: "direct",
        state: "accepted",
        receivedAt: at,
        lastSeq: 1,
        nextJudgeAt,
      }),
    );
  await receive(quiet, new Date("2026-04-01T00:00:00Z"));
  await receive(due, at);
  await inUnit({ db: { app: database.app }, unitId: dirty }, async (tx) => {
    await tx.insert(rollupDirty).values([
      { unitId: dirty, day: "2026-03-02" },
      { unitId: dirty, day: "2026-03-02" },
    ]);
  });
  const work = await findWork(database.worker.sql, at);
  expect(new Map(work.map((entry) => [entry.unitId, entry]))).toEqual(
    new Map([
      [dirty, { unitId: dirty, dirty: true, due: false }],
      [due, { unitId: due, dirty: false, due: true }],
    ]),
  );
});

it("cannot read what a dossier says", async () => {
  await expect(database.worker.sql`select applicant_name from dossier`).rejects.toMatchObject({ code: "42501" });
  await expect(database.worker.sql`update rollup_dirty set day = day`).rejects.toMatchObject({ code: "42501" });
});
