import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import type { SurveyResultInput } from "@gandan/model/survey/result-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listResultForms } from "./list-result-forms";
import { readResult } from "./read-result";
import { sheetOf, takeIn, unitWithForm } from "./survey-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    values ('2.000815', '2020-01-01', 'Chứng thực bản sao', 'certification', '1 working-days', 'high')
    on conflict do nothing`;
});
afterAll(() => database.drop());

const NOW = new Date("2026-10-05T03:00:00Z");

function acting(unitId: string, roles: Role[] = ["chairman"], now = NOW): UnitCtx {
  return {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: roles.map((role) => ({ unitId, role })) },
    unitId,
    now,
    language: "vi",
  };
}

const many = (n: number, make: (i: number) => CountedSheet) => Array.from({ length: n }, (_, i) => make(i));
const quarter = (formId: string, more: Partial<SurveyResultInput> = {}): SurveyResultInput => ({
  formId,
  kind: "quarter",
  day: "2026-08-01",
  ...more,
});

test("a quarter is shown by question, and one question by place", async () => {
  const scope = await unitWithForm(database);
  const { formId, unitId } = scope;
  const pointId = crypto.randomUUID();
  await database.root`
    insert into survey_point (unit_id, id, code, form_slug, label, kind, created_by, created_at)
    values (${unitId}, ${pointId}, 'q1w2e3', 'phieu-thu', 'Quầy số 1', 'desk', 'test', ${NOW})`;
  await database.root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state, received_at, last_seq)
    select ${unitId}, 'H-' || i, '2026-08-03', '2.000815', 'certification', 'direct', 'received', ${NOW}, 1
    from generate_series(1, 40) i`;
  await database.root`
    insert into survey_invitation (unit_id, dossier_id, form_slug, issued_on, way)
    select unit_id, id, 'phieu-thu', '2026-08-03', 'slip' from dossier where unit_id = ${unitId}`;
  await takeIn(scope, [
    ...many(10, (i) =>
      sheetOf(formId, "2026-08-05", {
        answers: { chung: i < 8 ? 5 : 1, "phien-ha": i > 4, kenh: i < 6 ? [1, 2] : [2] },
        marks: i < 2 ? ["quick"] : [],
      }),
    ),
    ...many(6, () =>
      sheetOf(formId, "2026-09-12", { source: "point", procedureCode: null, pointId, answers: { chung: 4 } }),
    ),
    ...many(5, () =>
      sheetOf(formId, "2026-09-25", { source: "paper-staff", procedureCode: null, answers: { chung: 3 } }),
    ),
  ]);
  const result = await readResult(acting(unitId, ["mttq"]), quarter(formId));
  expect(result.period).toEqual({ kind: "quarter", from: "2026-07-01", to: "2026-09-30" });
  expect(result.questions.map(({ id, answered }) => [id, answered?.n, answered?.lines.map(({ low }) => low)])).toEqual([
    // Two who are not satisfied wait for the five on paper.
    ["chung", 21, [7, 6, 8]],
    ["thai-do", undefined, undefined],
    ["phien-ha", 10, [5, 5]],
    // Four did not choose the first.
    ["kenh", 10, [0, 10, 0]],
  ]);
  expect(result.questions[0]!.answered!.lines[0]).toEqual({ options: [0, 1, 2], low: 7, high: 7 });
  expect(result.questions[0]!.answered!.satisfied).toMatchObject({ low: 14, high: 14, n: 21 });
  expect(result.upTo).toBe("2026-09-30");
  expect(result.places).toMatchObject({ question: "chung" });
  expect(result.places!.rows.map(({ kind, name, answered }) => [kind, name, answered.n])).toEqual([
    ["procedure", "Chứng thực bản sao", 10],
    ["point", "Quầy số 1", 6],
  ]);
  expect(result.integrity).toMatchObject({
    sheets: 21,
    bySource: { token: 10, point: 6, tablet: 0, "paper-staff": 5, "paper-mttq": 0 },
    quick: 2,
    burst: 0,
    sameDevice: 0,
    staffEntered: { share: 5 / 21 },
    invited: 40,
    responseRate: 0.25,
  });
  const month = await readResult(acting(unitId), quarter(formId, { kind: "month", day: "2026-08-20" }));
  expect(month.places).toBeNull();
  // Shown with those of September, and so in no single month.
  expect(month.questions[0]!.answered).toBeNull();
  expect(month.questions[2]!.answered).toMatchObject({ n: 10 });
});

test("a running quarter shows whole spans that have ended, and no place", async () => {
  const scope = await unitWithForm(database);
  const { formId, unitId } = scope;
  await takeIn(scope, [
    ...many(7, () => sheetOf(formId, "2026-10-02")),
    ...many(9, () => sheetOf(formId, "2026-10-13", { answers: { chung: 2 } })),
  ]);
  const at = async (time: string) => {
    const result = await readResult(
      acting(unitId, ["chairman"], new Date(time)),
      quarter(formId, { day: "2026-10-01" }),
    );
    const { answered } = result.questions[0]!;
    return [answered?.lines.map(({ low }) => low) ?? null, result.places?.rows.length, result.integrity.sheets];
  };
  expect(await at("2026-10-10T16:59:00Z")).toEqual([null, 0, 16]);
  // In the first hour of a span the worker may still be at the sheets of the one before.
  expect(await at("2026-10-10T17:30:00Z")).toEqual([null, 0, 16]);
  expect(await at("2026-10-10T18:00:00Z")).toEqual([[0, 0, 0, 0, 7], 0, 16]);
  expect(await at("2026-10-21T03:00:00Z")).toEqual([[0, 9, 0, 0, 7], 0, 16]);
  expect(await at("2027-01-02T03:00:00Z")).toEqual([[0, 9, 0, 0, 7], 1, 16]);
});

test("nobody without leave, and no other unit, sees a result", async () => {
  const scope = await unitWithForm(database);
  await expect(readResult(acting(scope.unitId, ["administrator"]), quarter(scope.formId))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const other = await newUnit(database.owner);
  await expect(readResult(acting(other), quarter(scope.formId))).rejects.toMatchObject({
    code: "NOT_FOUND",
    key: "survey.formNotFound",
  });
});

test("of the forms of a unit it is known which one was answered, whichever was opened last", async () => {
  const scope = await unitWithForm(database);
  const { formId, unitId } = scope;
  await takeIn(scope, [sheetOf(formId, "2026-08-05")]);
  await database.root`
    insert into survey_form
      (unit_id, slug, version, title, source, origin, checksum, opened_on, opened_by, opened_at)
    select unit_id, 'moi', 1, 'Phiếu mới', source, origin, checksum, '2026-10-01', opened_by, ${NOW}
    from survey_form where unit_id = ${unitId} and id = ${formId}`;
  const forms = await listResultForms(acting(unitId));
  expect(forms.map(({ title, answered }) => [title === "Phiếu mới", answered])).toEqual([
    [true, false],
    [false, true],
  ]);
  await expect(listResultForms(acting(unitId, []))).rejects.toMatchObject({ code: "FORBIDDEN" });
});
