import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemo } from "../demo/load-demo";
import { unitHabits } from "../demo/unit-habits";
import { sheetOf, takeIn, unitWithForm } from "../survey/survey-test-unit";
import { verifyAllRollups } from "./verify-all-rollups";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const days = { from: "2025-06-02", to: "2025-06-20" };
  await loadDemo(database.url, () => {}, new Date("2025-06-24T09:00:00+07:00"), days);
});
afterAll(() => database.drop());

test("every unit with dossiers is recounted, and a tampered figure is found with its unit", async () => {
  const clean = await verifyAllRollups(database.url);
  const [counted] = await database.root`select count(distinct unit_id)::int as n from dossier`;
  expect(clean).toEqual({ units: counted?.n, differences: [] });
  expect(clean.units).toBeGreaterThan(10);

  const unit = unitHabits().find(({ code, to }) => code === "25217" && to !== null);
  await database.root`
    update rollup_month set dossiers = dossiers + 1 where unit_id = ${unit!.unitId} and month = '2025-06-01'`;
  const { differences } = await verifyAllRollups(database.url);
  expect(differences).not.toEqual([]);
  for (const one of differences) {
    expect(one).toMatchObject({
      unitName: "Phường Long Thủy",
      unitCode: "25217",
      grain: "month",
      period: "2025-06-01",
    });
  }
});

test("counts of answers are recounted, too", async () => {
  const scope = await unitWithForm(database);
  await takeIn(scope, [sheetOf(scope.formId, "2025-06-11"), sheetOf(scope.formId, "2025-06-12")]);
  const ofSurveys = async () =>
    (await verifyAllRollups(database.url)).differences.filter(({ grain }) => grain === "survey");
  expect(await ofSurveys()).toEqual([]);
  await database.root`
    update rollup_survey set counts = '{2}'
    where unit_id = ${scope.unitId} and dimension = 'all' and day = '2025-06-12' and question_id = ''`;
  expect(await ofSurveys()).toMatchObject([{ unitId: scope.unitId, versionId: scope.formId, period: "2025-06-12" }]);
});
