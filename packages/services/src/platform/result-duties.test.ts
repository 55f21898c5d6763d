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

test("a worker counts quotas of every unit once an hour, also of those that ask nobody, and lets one that fails rest", async () => {
  const unitId = await newUnit(database.owner);
  const gone = await newUnit(database.owner);
  await database.root`update unit set valid_to = '2025-07-01' where id = ${gone}`;
  let now = moment("2026-11-10T08:00");
  const { keepQuotas } = resultDuties({ app: database.app }, database.worker, () => now);
  const { signal } = new AbortController();
  const countedOf = (id: string) =>
    database.root<{ quarter: string; as_of: Date }[]>`
      select quarter::text, as_of from rollup_quota where unit_id = ${id} order by quarter`;
  expect(await keepQuotas(signal)).toBe(true);
  expect(await keepQuotas(signal)).toBe(false);
  expect((await countedOf(unitId)).map(({ quarter }) => quarter)).toEqual([
    "2026-01-01",
    "2026-04-01",
    "2026-07-01",
    "2026-10-01",
  ]);
  expect(await countedOf(gone)).toEqual([]);
  await database.root.unsafe(`
    create function refuse() returns trigger language plpgsql as 'begin raise exception ''broken''; end';
    create trigger refuse before insert on rollup_quota for each row
      when (new.unit_id = '${unitId}') execute function refuse()`);
  now = moment("2026-11-10T09:01");
  await expect(keepQuotas(signal)).rejects.toThrow("quotas of some units");
  expect(await keepQuotas(signal)).toBe(false);
  await database.root.unsafe("drop trigger refuse on rollup_quota; drop function refuse()");
  now = moment("2026-11-10T10:02");
  expect(await keepQuotas(signal)).toBe(true);
  expect((await countedOf(unitId))[0]!.as_of).toEqual(now);
});
