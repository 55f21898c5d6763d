import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldResponses, refoldResponses, verifyResponses } from "./fold-responses";
import { sheetOf, storeSheets, takeIn, unitWithForm } from "./survey-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const POINT = crypto.randomUUID();
const verify = (scope: Awaited<ReturnType<typeof unitWithForm>>) =>
  inUnit(scope, (_tx, sql) => verifyResponses(sql, scope.unitId));

test("sheets are counted by one dimension at a time, with gaps and several answers", async () => {
  const scope = await unitWithForm(database);
  const { formId } = scope;
  await takeIn(scope, [
    sheetOf(formId, "2026-11-12", {
      officer: "Trần Văn An",
      answers: { chung: 5, "phien-ha": false, kenh: [1, 3] },
      marks: ["quick", "burst"],
    }),
    sheetOf(formId, "2026-11-13", { answers: { chung: 2, "phien-ha": true, kenh: [3] } }),
  ]);
  await takeIn(scope, [
    sheetOf(formId, "2026-11-13", { source: "point", procedureCode: null, pointId: POINT, answers: { chung: 2 } }),
    sheetOf(formId, "2026-11-30", { source: "tablet", pointId: POINT, answers: { chung: 4 } }),
  ]);
  const rows = await database.root`
    select dimension || ' ' || substr(day::text, 9) || ' ' || value as key, question_id, counts
    from rollup_survey where unit_id = ${scope.unitId} order by 1, 2`;
  const held = rows.map(({ key, question_id, counts }) => `${key} ${question_id} ${counts}`);
  expect(held.sort()).toEqual(
    [
      "all 12   1",
      "all 12  chung 0,0,0,0,1",
      "all 12  kenh 1,0,1",
      "all 12  kenh# 1",
      "all 12  phien-ha 1,0",
      "all 13   2",
      "all 13  chung 0,2,0,0,0",
      "all 13  kenh 0,0,1",
      "all 13  kenh# 1",
      "all 13  phien-ha 0,1",
      "all 30   1",
      "all 30  chung 0,0,0,1,0",
      "mark 11 burst  1",
      "mark 11 quick  1",
      "officer 11 Trần Văn An  1",
      "officer 11 Trần Văn An chung 0,0,0,0,1",
      "officer 11 Trần Văn An kenh 1,0,1",
      "officer 11 Trần Văn An kenh# 1",
      "officer 11 Trần Văn An phien-ha 1,0",
      `point 11 ${POINT}  1`,
      `point 11 ${POINT} chung 0,1,0,0,0`,
      `point 21 ${POINT}  1`,
      "procedure 11 2.000815  2",
      "procedure 11 2.000815 chung 0,1,0,0,1",
      "procedure 11 2.000815 kenh 1,0,2",
      "procedure 11 2.000815 kenh# 2",
      "procedure 11 2.000815 phien-ha 1,1",
      "procedure 21 2.000815  1",
      "procedure 21 2.000815 chung 0,0,0,1,0",
      "source 11 point  1",
      "source 11 token  2",
      "source 21 tablet  1",
    ].sort(),
  );
  expect(await verify(scope)).toEqual([]);
});

test("thirty transactions at once, over the same rows in other orders, lose nothing", async () => {
  const scope = await unitWithForm(database);
  const batches = Array.from({ length: 30 }, (_, i) => {
    const batch = Array.from({ length: 20 }, (_, j) =>
      sheetOf(scope.formId, `2026-11-${String(1 + ((i + j) % 28)).padStart(2, "0")}`, {
        procedureCode: `P${(i * j) % 5}`,
        officer: `Cán bộ ${j % 3}`,
        answers: { chung: 1 + ((i + j) % 5), kenh: [1 + (j % 3)] },
      }),
    );
    return i % 2 ? batch : batch.reverse();
  });
  await Promise.all(batches.map((batch) => takeIn(scope, batch)));
  expect(await verify(scope)).toEqual([]);
  const [sum] = await database.root`
    select sum(counts[1])::int as n from rollup_survey
    where unit_id = ${scope.unitId} and dimension = 'all' and question_id = ''`;
  expect(sum).toEqual({ n: 600 });
});

test("a transaction that fails leaves neither sheet nor count", async () => {
  const scope = await unitWithForm(database);
  const sheets = [sheetOf(scope.formId, "2026-11-02")];
  await expect(
    inUnit(scope, async (_tx, sql) => {
      await storeSheets(sql, scope.unitId, sheets);
      await foldResponses(sql, scope.unitId, sheets, new Date());
      throw new Error("giữa chừng");
    }),
  ).rejects.toThrow("giữa chừng");
  const [row] = await database.root`
    select (select count(*) from survey_response where unit_id = ${scope.unitId})::int as sheets,
      (select count(*) from rollup_survey where unit_id = ${scope.unitId})::int as counts`;
  expect(row).toEqual({ sheets: 0, counts: 0 });
});

test("a count that was tampered with is found and put right, beside sheets that come in", async () => {
  const scope = await unitWithForm(database);
  const { formId, unitId } = scope;
  await takeIn(
    scope,
    Array.from({ length: 9 }, (_, i) => sheetOf(formId, "2026-10-02", { answers: { chung: 1 + (i % 5) } })),
  );
  await database.root`
    update rollup_survey set counts = '{9}' where unit_id = ${unitId} and dimension = 'all' and question_id = 'chung'`;
  expect(await verify(scope)).toEqual([
    { formId, dimension: "all", day: "2026-10-02", value: "", questionId: "chung" },
  ]);
  const more = Array.from({ length: 6 }, () => takeIn(scope, [sheetOf(formId, "2026-10-03")]));
  await Promise.all([
    ...more,
    inUnit(scope, (_tx, sql) => refoldResponses(sql, unitId, new Date())),
    ...Array.from({ length: 6 }, () => takeIn(scope, [sheetOf(formId, "2026-10-04")])),
  ]);
  expect(await verify(scope)).toEqual([]);
});
