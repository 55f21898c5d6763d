import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unitWithModel } from "../rollup/rollup-test-unit";
import { remindQuota } from "./remind-quota";
import { sheetOf, takeIn, unitWithForm } from "./survey-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: { "so-phieu": { kind: "survey.quota", tiers: [{ share: 0.5 }] } },
});

async function askingUnit(front: number) {
  const scope = await unitWithModel(database);
  const { unitId } = scope;
  await database.root`
    update model_version set source = ${model as never}::jsonb, dossier_rule_ids = '{}' where unit_id = ${unitId}`;
  const { formId } = await unitWithForm(database, { unitId });
  await database.root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
      received_at, finished_at, last_seq)
    select ${unitId}, 'H-' || i, '2026-10-03', '2.000815', 'certification', 'direct', 'finished',
      '2026-10-03T02:00:00Z', '2026-10-04T02:00:00Z', 1
    from generate_series(1, 20) i`;
  for (let i = 0; i < front; i++) {
    const [person] = await database.root<{ id: string }[]>`
      insert into staff (sign_in_name, name) values (${`mttq-${unitId}-${i}`}, 'Bùi Thị Mặt Trận') returning id`;
    await database.root`
      insert into staff_role (staff_id, unit_id, role, valid_from) values (${person!.id}, ${unitId}, 'mttq', '2026-01-01')`;
  }
  return { ...scope, formId };
}

const noticesOf = (unitId: string) => database.root`
  select audience, staff_id is not null as named, code, withdrawn_at is not null as withdrawn
  from notice where unit_id = ${unitId} and area = 'survey' order by id`;
const BEFORE = new Date("2026-12-09T01:00:00Z");
const NEAR = new Date("2026-12-10T01:00:00Z");

test("each of the Fatherland Front is told once that sheets are lacking, until there are enough", async () => {
  const scope = await askingUnit(2);
  expect(await remindQuota(scope, BEFORE)).toBe(0);
  expect(await remindQuota(scope, NEAR)).toBe(2);
  expect(await remindQuota(scope, new Date("2026-12-11T01:00:00Z"))).toBe(0);
  const told = { audience: "officer", named: true, code: "Quý IV/2026", withdrawn: false };
  expect(await noticesOf(scope.unitId)).toEqual([told, told]);
  await takeIn(
    scope,
    Array.from({ length: 10 }, () => sheetOf(scope.formId, "2026-12-11")),
  );
  expect(await remindQuota(scope, new Date("2026-12-12T01:00:00Z"))).toBe(0);
  expect((await noticesOf(scope.unitId)).map(({ withdrawn }) => withdrawn)).toEqual([true, true]);
});

test("the desk is told where nobody of the Front is, and a quarter that is over is reminded of no more", async () => {
  const scope = await askingUnit(0);
  expect(await remindQuota(scope, NEAR)).toBe(1);
  expect(await noticesOf(scope.unitId)).toMatchObject([{ audience: "desk", named: false, withdrawn: false }]);
  expect(await remindQuota(scope, new Date("2027-01-02T01:00:00Z"))).toBe(0);
  expect(await noticesOf(scope.unitId)).toMatchObject([{ withdrawn: true }]);
});

test("a unit that asks nobody, or whose model sets no quota, is told nothing", async () => {
  const silent = { db: { app: database.app }, unitId: await newUnit(database.owner) };
  expect(await remindQuota(silent, NEAR)).toBe(0);
  expect(await remindQuota(await unitWithForm(database), NEAR)).toBe(0);
});
