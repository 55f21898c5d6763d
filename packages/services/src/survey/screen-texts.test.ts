import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listTexts, screenText } from "./screen-texts";
import { unitWithForm } from "./survey-test-unit";

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

const SCRIPT = '<script>alert("1")</script> Chị Hoa ở quầy 2 rất tốt';

async function unitWithTexts() {
  const { unitId, formId } = await unitWithForm(database);
  const rows = await database.root<{ id: string }[]>`
    insert into survey_text (unit_id, form_id, question_id, month, text, state)
    values (${unitId}, ${formId}, 'y-kien', '2026-10-01', ${SCRIPT}, 'waiting'),
      (${unitId}, ${formId}, 'y-kien', '2026-11-01', 'Nhanh, lịch sự.', 'waiting') returning id`;
  return { unitId, textIds: rows.map(({ id }) => id) as [string, string] };
}

const logged = (unitId: string) => database.root`
  select action, subject, details from audit_log where unit_id = ${unitId} order by seq`;

test("a screener sees what waits with what looks like a name, decides, and changes the decision", async () => {
  const { unitId, textIds } = await unitWithTexts();
  const ctx = acting(unitId, "mttq");
  const page = await listTexts(ctx, { state: "waiting", page: 1 });
  expect(page).toMatchObject({ total: 2, waiting: 2 });
  expect(page.texts.map(({ text, question, month, suspects }) => [text, question, month, suspects])).toEqual([
    [SCRIPT, "Ý kiến khác", "2026-10-01", ["Chị Hoa"]],
    ["Nhanh, lịch sự.", "Ý kiến khác", "2026-11-01", []],
  ]);
  await screenText(ctx, { textId: textIds[0], decision: "hidden", reason: "names-officer" });
  await screenText(ctx, { textId: textIds[1], decision: "shown" });
  await screenText(ctx, { textId: textIds[1], decision: "waiting" });
  expect(await listTexts(ctx, { state: "hidden", page: 1 })).toMatchObject({
    total: 1,
    waiting: 1,
    texts: [{ id: textIds[0], reason: "names-officer", text: SCRIPT }],
  });
  expect(await logged(unitId)).toEqual([
    { action: "survey.read-texts", subject: null, details: { page: 1, state: "waiting", texts: 2 } },
    {
      action: "survey.screen",
      subject: textIds[0],
      details: { from: "waiting", to: "hidden", reason: "names-officer" },
    },
    { action: "survey.screen", subject: textIds[1], details: { from: "waiting", to: "shown" } },
    { action: "survey.screen", subject: textIds[1], details: { from: "shown", to: "waiting" } },
    { action: "survey.read-texts", subject: null, details: { page: 1, state: "hidden", texts: 1 } },
  ]);
});

test.each<Role>(["desk-officer", "inspector", "administrator"])("%s sees and decides nothing", async (role) => {
  const { unitId, textIds } = await unitWithTexts();
  const ctx = acting(unitId, role);
  await expect(listTexts(ctx, { state: "waiting", page: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(screenText(ctx, { textId: textIds[0], decision: "shown" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await logged(unitId)).toEqual([]);
});

test("another unit neither sees nor decides", async () => {
  const { textIds } = await unitWithTexts();
  const other = await newUnit(database.owner);
  const ctx = acting(other, "chairman");
  expect(await listTexts(ctx, { state: "waiting", page: 1 })).toMatchObject({ total: 0, texts: [] });
  await expect(screenText(ctx, { textId: textIds[0], decision: "shown" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    key: "survey.textNotFound",
  });
  const [row] = await database.root`select state from survey_text where id = ${textIds[0]}`;
  expect(row).toEqual({ state: "waiting" });
});

test("what a citizen wrote is changed and deleted by nobody", async () => {
  const { unitId, textIds } = await unitWithTexts();
  await expect(
    database.app.sql.begin(async (sql) => {
      await sql.unsafe(`set local app.unit_id = '${unitId}'`);
      await sql`delete from survey_text where id = ${textIds[0]}`;
    }),
  ).rejects.toThrow(/permission denied/);
});
