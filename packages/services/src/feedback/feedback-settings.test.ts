import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { addPerson } from "../notice/notice-test-unit";
import { changeFeedbackSettings, readFeedbackSettings } from "./change-feedback-settings";
import { enterFeedback } from "./enter-feedback";
import { listeningUnit, NOTHING } from "./feedback-test-unit";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const dueOf = async (unitId: string, number: string) => {
  const [row] = await database.root<{ dueAt: Date }[]>`
    select due_at as "dueAt" from feedback where unit_id = ${unitId} and number = ${Number(number.split("/")[0])}`;
  return row?.dueAt;
};
const told = () => {
  const words = { topic: "facility", text: "Đèn ngõ 5 hỏng đã một tuần.", place: "", source: "phone" } as const;
  return { ...words, key: crypto.randomUUID(), contact: NOTHING };
};

it("is what a unit without a model has set, for what comes from then on; nobody is told another day later", async () => {
  const unitId = await newUnit(database.owner);
  const chairman = await addPerson(database, unitId, "Nguyễn Văn Chủ", "chairman");
  const lan = await addPerson(database, unitId, "Lê Thị Lan", "desk-officer");
  const monday = "2026-11-16T08:00";
  const first = await enterFeedback(lan(monday), told());
  expect(await dueOf(unitId, first.number)).toEqual(moment("2026-11-23T08:00"));
  expect(await readFeedbackSettings(lan(monday))).toMatchObject({
    value: { days: 5 },
    term: "5 working-days",
    byModel: false,
    mayChange: false,
  });
  const three = { revision: 0, days: 3 };
  await expect(changeFeedbackSettings(lan(monday), three)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await changeFeedbackSettings(chairman(monday), three);
  await expect(changeFeedbackSettings(chairman(monday), three)).rejects.toMatchObject({ key: "settings.changed" });
  const second = await enterFeedback(lan(monday), told());
  expect(await dueOf(unitId, second.number)).toEqual(moment("2026-11-19T08:00"));
  expect(await dueOf(unitId, first.number)).toEqual(moment("2026-11-23T08:00"));
  const log = (await auditLog(database, unitId)).map(({ action, subject }) => `${action} ${subject}`);
  expect(log).toContain("settings.change feedback");
});

it("gives way to the model in force, and is another for each unit", async () => {
  const { unitId, lan, chairman } = await listeningUnit(database);
  const other = await listeningUnit(database);
  const monday = "2026-11-16T08:00";
  await changeFeedbackSettings(chairman(monday), { revision: 0, days: 20 });
  const { number } = await enterFeedback(lan(monday), told());
  expect(await dueOf(unitId, number)).toEqual(moment("2026-11-19T08:00"));
  expect(await readFeedbackSettings(chairman(monday))).toMatchObject({
    value: { days: 20 },
    term: "3 working-days",
    byModel: true,
    mayChange: true,
  });
  expect((await readFeedbackSettings(other.chairman(monday))).value).toEqual({ days: 5 });
});
