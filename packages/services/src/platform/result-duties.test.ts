import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillProcedures, moment } from "../dossier/dossier-test-unit";
import { countAnswers, surveyedUnit } from "../officer-result/officer-test-unit";
import { resultDuties } from "./result-duties";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

test("a worker counts a quarter of each unit that asks, once, reminds, and looks again in an hour", async () => {
  const units = [await surveyedUnit(database), await surveyedUnit(database)];
  for (const unit of units)
    await countAnswers(database, unit, [{ officer: "Nguyễn Thị Hoa", counts: [5, 5, 0, 5, 5] }]);
  await newUnit(database.owner);
  let now = moment("2026-10-30T08:00");
  const { keepResults } = resultDuties({ app: database.app }, database.worker, () => now);
  const { signal } = new AbortController();
  expect(await keepResults(signal)).toBe(true);
  expect(await keepResults(signal)).toBe(false);
  now = moment("2026-10-30T09:01");
  expect(await keepResults(signal)).toBe(false);
  const rounds = await database.root`select unit_id, above from officer_round`;
  expect(rounds.map(({ unit_id, above }) => [unit_id, above]).sort()).toEqual(
    units.map(({ unitId }) => [unitId, 1]).sort(),
  );
  const notices = await database.root`select distinct kind from notice order by 1`;
  expect(notices.map(({ kind }) => kind)).toEqual(["officer-told", "publication-due"]);
});
