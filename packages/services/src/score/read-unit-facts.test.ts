import type { UnitCtx } from "@gandan/auth/unit-context";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unitWithModel } from "../rollup/rollup-test-unit";
import { sheetOf, takeIn, unitWithForm } from "../survey/survey-test-unit";
import { readScore } from "./read-score";
import { readUnitFacts } from "./read-unit-facts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = new Date("2026-10-05T03:00:00Z");
const QUARTER = { from: "2026-07-01", to: "2026-09-30" };

const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: {
    "so-phieu": { kind: "survey.quota", tiers: [{ below: 100, share: 0.5 }, { share: 0.1 }] },
    "hai-long": { kind: "survey.satisfied-share", question: "chung", at_least: 0.8, min_n: 10 },
    "can-bo": { kind: "officer.dissatisfied-share", above: 0.25, min_n: 10 },
  },
  scorecard: {
    lines: [
      { id: "so-phieu-diem", title: "Số phiếu", points: 20, measured_by: ["so-phieu"] },
      { id: "hai-long-diem", title: "Hài lòng", points: 60, measured_by: ["hai-long"] },
      { id: "can-bo-diem", title: "Cán bộ", points: 20, measured_by: ["can-bo"] },
    ],
  },
});

/** A unit whose model counts what citizens say, with 20 dossiers finished in the quarter. */
async function askedUnit() {
  const scope = await unitWithModel(database);
  const { unitId } = scope;
  await database.root`
    update model_version set source = ${model as never}::jsonb, dossier_rule_ids = '{}' where unit_id = ${unitId}`;
  const { formId } = await unitWithForm(database, { unitId });
  await database.root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
      received_at, finished_at, last_seq)
    select ${unitId}, 'H-' || i, '2026-08-03', '2.000815', 'certification', 'direct', 'finished',
      '2026-08-03T02:00:00Z', '2026-08-04T02:00:00Z', 1
    from generate_series(1, 20) i`;
  return { ...scope, formId };
}

const many = (n: number, make: (i: number) => CountedSheet) => Array.from({ length: n }, (_, i) => make(i));
const read = (scope: { unitId: string; db: { app: TestDatabase["app"] } }, period = QUARTER, at = now) =>
  inUnit(scope, (_tx, sql) => readUnitFacts(sql, scope.unitId, period, at));

test("sheets, satisfied answers and officers of a quarter make points", async () => {
  const scope = await askedUnit();
  const { formId, unitId } = scope;
  await takeIn(scope, [
    ...many(12, (i) => sheetOf(formId, "2026-08-05", { officer: "Trần Văn An", answers: { chung: i < 4 ? 1 : 4 } })),
    ...many(10, () => sheetOf(formId, "2026-09-05", { officer: "Lê Thị Bình", answers: { chung: 5 } })),
  ]);
  expect(await read(scope)).toMatchObject({
    survey: {
      ...{ dossiers: 20, responses: 22, levels: { chung: [0, 0, 0, 8, 0] } },
      lumps: { chung: [{ options: [0, 1, 2, 4], n: 14, few: { options: [0, 1, 2], atMost: 4 } }] },
    },
    officer: {
      officers: [
        { officer: "Lê Thị Bình", levels: [0, 0, 0, 0, 10] },
        { officer: "Trần Văn An", levels: [4, 0, 0, 8, 0] },
      ],
    },
  });
  const ctx: UnitCtx = {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: [{ unitId, role: "chairman" }] },
    unitId,
    now,
    language: "vi",
  };
  const [card] = await readScore(ctx, QUARTER);
  const lines = card!.explanation.lines.map(({ id, met, n, earned }) => [id, met, n, earned]);
  // 10 sheets were needed of 20 dossiers; at least 18 of 22 are satisfied; one officer of two is above a quarter.
  expect(lines).toEqual([
    ["so-phieu-diem", 10, 10, 20],
    ["hai-long-diem", 18, 22, (60 * 18) / 22],
    ["can-bo-diem", 1, 2, 10],
  ]);
  const [none] = await readScore(ctx, { from: "2026-04-01", to: "2026-06-30" });
  expect(none!.explanation.lines.map(({ state }) => state)).toEqual(["unmeasured", "unmeasured", "unmeasured"]);
});

test("no choice of days tells a single answer", async () => {
  const scope = await askedUnit();
  const { formId } = scope;
  await takeIn(scope, [
    ...many(9, () => sheetOf(formId, "2026-08-05", { officer: "Trần Văn An", answers: { chung: 5 } })),
    sheetOf(formId, "2026-08-06", { officer: "Trần Văn An", answers: { chung: 1 } }),
    sheetOf(formId, "2026-08-15", { officer: "Trần Văn An", answers: { chung: 2 } }),
  ]);
  const levels = async (from: string, to: string, at = now) => {
    const { survey, officer } = await read(scope, { from, to }, at);
    return { survey: survey?.lumps?.chung, officers: officer?.officers.length };
  };
  expect(await levels("2026-08-06", "2026-08-10")).toEqual({ survey: undefined, officers: 0 });
  expect(await levels("2026-08-01", "2026-08-05")).toEqual({ survey: undefined, officers: 0 });
  // The answers of the 6th and the 15th wait for others, and at the end of the quarter are too few of too few to be told.
  expect(await levels("2026-08-01", "2026-08-10")).toEqual({ survey: undefined, officers: 0 });
  const lump = { options: [0, 1, 2, 3, 4], n: 11, few: null };
  expect(await levels("2026-07-01", "2026-09-30")).toEqual({ survey: [lump], officers: 1 });
  // Nothing of a span or a quarter that has not ended.
  const running = new Date("2026-08-10T03:00:00Z");
  expect(await levels("2026-07-01", "2026-09-30", running)).toEqual({ survey: undefined, officers: 0 });
  expect((await read(scope, QUARTER, running)).survey?.responses).toBe(11);
});

test("a unit without a form has no such facts", async () => {
  const scope = await unitWithModel(database);
  expect(await read(scope)).toEqual({});
});
