import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unitWithModel } from "../rollup/rollup-test-unit";
import { readProgress } from "./read-progress";
import { readResultsBelow } from "./read-results-below";
import { sheetOf, takeIn, unitWithForm } from "./survey-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NOW = new Date("2026-11-22T03:00:00Z");
function acting(unitId: string, role: Role): UnitCtx {
  return {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: [{ unitId, role }] },
    unitId,
    now: NOW,
    language: "vi",
  };
}

const model = modelSource.parse({
  schema: 1,
  id: "thu",
  title: "Mô hình thử",
  rules: {
    "so-phieu": {
      kind: "survey.quota",
      tiers: [{ below: 100, share: 0.5 }, { share: 0.3 }],
      clause: "III.4",
    },
  },
});

async function finish(unitId: string, dossiers: { day: string; procedure: string; n: number }[]) {
  for (const [place, { day, procedure, n }] of dossiers.entries()) {
    await database.root`
      insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state,
        received_at, finished_at, last_seq)
      select ${unitId}, ${`H${place}-`} || i, ${day}, ${procedure}, 'certification', 'direct', 'finished',
        ${`${day}T01:00:00Z`}, ${`${day}T02:00:00Z`}, 1
      from generate_series(1, ${n}::int) i`;
  }
}

test("sheets stand against the quota of the model, whole and by procedure and point", async () => {
  const scope = await unitWithModel(database);
  const { unitId } = scope;
  await database.root`
    update model_version set source = ${model as never}::jsonb, dossier_rule_ids = '{}' where unit_id = ${unitId}`;
  const { formId } = await unitWithForm(database, { unitId });
  const pointId = crypto.randomUUID();
  await database.root`
    insert into survey_point (unit_id, id, code, form_slug, label, kind, created_by, created_at)
    values (${unitId}, ${pointId}, 'q1w2e3', 'phieu-thu', 'Quầy số 1', 'desk', 'test', ${NOW})`;
  await finish(unitId, [
    { day: "2026-10-05", procedure: "2.000815", n: 30 },
    { day: "2026-11-05", procedure: "1.000001", n: 11 },
    // Of the quarter before.
    { day: "2026-09-30", procedure: "2.000815", n: 5 },
  ]);
  await takeIn(scope, [
    ...Array.from({ length: 7 }, () => sheetOf(formId, "2026-10-06")),
    ...Array.from({ length: 2 }, () =>
      sheetOf(formId, "2026-11-06", { source: "paper-mttq", procedureCode: null, pointId }),
    ),
    sheetOf(formId, "2026-09-30"),
  ]);
  const progress = await readProgress(acting(unitId, "mttq"), { kind: "quarter", day: undefined });
  expect(progress).toEqual({
    period: { kind: "quarter", from: "2026-10-01", to: "2026-12-31" },
    running: true,
    dossiers: 41,
    sheets: 9,
    byMttq: 2,
    quota: { share: 0.5, needed: 21, clause: "III.4" },
    procedures: [
      { code: "2.000815", name: "Chứng thực bản sao", dossiers: 30, sheets: 7 },
      { code: "1.000001", name: "1.000001", dossiers: 11, sheets: 0 },
    ],
    points: [{ id: pointId, label: "Quầy số 1", retired: false, sheets: null }],
    minCell: 5,
  });
  await expect(
    readProgress(acting(unitId, "administrator"), { kind: "quarter", day: undefined }),
  ).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const other = await readProgress(acting(await newUnit(database.owner), "chairman"), { kind: "year", day: undefined });
  expect(other).toMatchObject({ dossiers: 0, sheets: 0, quota: null, procedures: [], points: [] });
});

test("an office above sees whole units below, and no answer of a few", async () => {
  const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
  const one = await newUnit(database.owner, { parentId: provinceId, name: "Xã An" });
  await newUnit(database.owner, { parentId: provinceId, name: "Xã Bình" });
  const few = await newUnit(database.owner, { parentId: provinceId, name: "Xã Cao" });
  const stranger = await unitWithForm(database);
  const first = await unitWithForm(database, { unitId: one });
  const third = await unitWithForm(database, { unitId: few });
  await takeIn(first, [
    ...Array.from({ length: 14 }, (_, i) => sheetOf(first.formId, "2026-10-06", { answers: { chung: i < 9 ? 4 : 2 } })),
    sheetOf(first.formId, "2026-11-21", { answers: { chung: 1 } }),
  ]);
  await takeIn(
    third,
    Array.from({ length: 4 }, () => sheetOf(third.formId, "2026-10-06")),
  );
  await takeIn(
    stranger,
    Array.from({ length: 9 }, () => sheetOf(stranger.formId, "2026-10-06")),
  );
  const below = await readResultsBelow(acting(provinceId, "oversight-officer"), {
    kind: "quarter",
    day: undefined,
    page: 1,
  });
  expect(below).toMatchObject({ total: 3, sheets: 19, silent: 1 });
  expect(
    below.rows.map(({ name, forms, sheets, satisfied }) => [name, forms, sheets, satisfied?.low, satisfied?.n]),
  ).toEqual([
    ["Xã An", 1, 15, 9, 14],
    ["Xã Bình", 0, 0, undefined, undefined],
    ["Xã Cao", 1, 4, undefined, undefined],
  ]);
  await expect(
    readResultsBelow(acting(provinceId, "operator"), { kind: "quarter", day: undefined, page: 1 }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});
