import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { addPerson } from "../notice/notice-test-unit";
import { askingUnit, sent, sheetsOf } from "./answer-test-unit";
import { finishTyping, handIn, resumeTyping, settleSheet, typeAgain } from "./check-paper";
import { moveAnswers } from "./move-answers";
import { changeAbout } from "./paper-about";
import { listBatches, readBatch, readSheet } from "./read-paper";
import { readProgress } from "./read-progress";
import { changeSheet, dropBatch, openBatch, removeSheet, typeSheet } from "./type-paper";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const DAY = "2026-11-20";
const key = () => crypto.randomUUID();

/** Two people of the office, one of MTTQ, and an inspector, in a unit that asks. */
async function office() {
  const asking = await askingUnit(database);
  const { unitId, formId } = asking;
  const [lan, minh, mttq, chairman] = await Promise.all([
    addPerson(database, unitId, "Lê Thị Lan", "desk-officer"),
    addPerson(database, unitId, "Trần Văn Minh", "model-keeper"),
    addPerson(database, unitId, "Phạm Thị Mặt", "mttq"),
    addPerson(database, unitId, "Hồ Văn Thanh", "inspector"),
  ]);
  const at = "2026-11-21T09:00";
  return {
    ...asking,
    lan: lan(at),
    minh: minh(at),
    mttq: mttq(at),
    inspector: chairman(at),
    open: { formId, day: DAY, note: "Thôn 3", procedure: null, pointId: null },
  };
}

/** Types so many sheets, all alike; gives the batch. */
async function typed(ctx: UnitCtx, open: Parameters<typeof openBatch>[1], sheets: number): Promise<string> {
  const { batchId } = await openBatch(ctx, open);
  for (let n = 1; n <= sheets; n++) {
    expect(
      await typeSheet(ctx, { batchId, key: key(), procedure: null, fields: sent({ chung: "4", phi: "no" }) }),
    ).toEqual({
      number: n,
    });
  }
  return batchId;
}

const drawn = async (ctx: UnitCtx, batchId: string) =>
  (await readBatch(ctx, { batchId })).lines.filter(({ again }) => again === "open").map(({ number }) => number);

describe("sheets on paper", () => {
  it("are typed, a sample typed again by somebody else, settled and handed in without who typed them", async () => {
    const { unitId, lan, minh, open } = await office();
    const batchId = await typed(lan, open, 25);
    expect(await finishTyping(lan, { batchId })).toEqual({ drawn: 3 });
    const [first, ...others] = await drawn(minh, batchId);
    await expect(typeAgain(lan, { batchId, number: first!, fields: sent({ chung: "4" }) })).rejects.toMatchObject({
      key: "paper.samePerson",
    });
    // Who types it again sees nothing of the first typing.
    expect(await readSheet(minh, { batchId, number: first! })).toMatchObject({
      act: "type-again",
      fields: [],
      differences: [],
    });
    expect(await readSheet(lan, { batchId, number: first! })).toMatchObject({ act: null, fields: [] });
    const same = { batchId, fields: sent({ chung: "4", phi: "no" }) };
    for (const number of others) expect(await typeAgain(minh, { ...same, number })).toEqual({ differing: 0 });
    await expect(handIn(lan, { batchId })).rejects.toMatchObject({ key: "paper.unsettled" });
    expect(await typeAgain(minh, { ...same, number: first! })).toEqual({ differing: 0 });
    await expect(typeAgain(minh, { ...same, number: first! })).rejects.toMatchObject({ key: "paper.notDrawn" });
    expect(await handIn(lan, { batchId })).toEqual({ state: "handed-in", sheets: 25 });

    const { inbox } = await sheetsOf(database, unitId);
    expect(inbox).toHaveLength(25);
    expect(inbox[0]).toMatchObject({ source: "paper-staff", day: DAY, answers: { chung: 4, phi: false } });
    expect(await database.root`select 1 from survey_paper_sheet where unit_id = ${unitId}`).toEqual([]);
    const { batches } = await listBatches(lan, { page: 1 });
    expect(batches).toMatchObject([
      { number: 1, state: "handed-in", sheets: 25, sampled: 3, compared: 6, differing: 0 },
    ]);
    await expect(handIn(lan, { batchId })).rejects.toMatchObject({ key: "paper.notChecking" });
    const log = await auditLog(database, unitId);
    const verbs = log.map(({ action }) => action).filter((action) => action.startsWith("survey-paper."));
    expect(new Set(verbs)).toEqual(
      new Set([
        "survey-paper.open",
        "survey-paper.type",
        "survey-paper.finish",
        "survey-paper.type-again",
        "survey-paper.hand-in",
      ]),
    );
    const told =
      await database.root`select details::text from audit_log where unit_id = ${unitId} and action like 'survey-paper.%'`;
    expect(JSON.stringify(told)).not.toContain("chung");
  });

  it("in which two typings differ are settled by a look at the paper, and too many mean all are typed twice", async () => {
    const { unitId, lan, minh, open } = await office();
    const batchId = await typed(lan, open, 5);
    await finishTyping(lan, { batchId });
    const [one, two, three] = await drawn(minh, batchId);
    const type = (number: number | undefined, fields: Record<string, string>) =>
      typeAgain(minh, { batchId, number: number!, fields: sent(fields) });
    expect(await type(one, { chung: "2", phi: "no" })).toEqual({ differing: 1 });
    expect(await type(two, { chung: "4", phi: "no" })).toEqual({ differing: 0 });
    expect(await type(three, { chung: "9" })).toEqual({ problems: [["chung", "unknown"]] });
    expect(await type(three, { chung: "4" })).toEqual({ differing: 1 });
    expect(await readSheet(lan, { batchId, number: one! })).toMatchObject({
      act: "settle",
      differences: [{ id: "chung", first: ["4"], second: ["2"] }],
    });
    await expect(settleSheet(lan, { batchId, number: one!, right: {} })).rejects.toMatchObject({
      key: "paper.chooseAll",
    });
    await settleSheet(lan, { batchId, number: one!, right: { chung: "second" } });
    await settleSheet(lan, { batchId, number: three!, right: { phi: "first" } });
    // Two of six answers differed.
    expect(await handIn(lan, { batchId })).toEqual({ state: "more", drawn: 2 });
    for (const number of await drawn(minh, batchId)) await type(number, { chung: "4", phi: "no" });
    expect(await handIn(lan, { batchId })).toEqual({ state: "handed-in", sheets: 5 });
    const { inbox } = await sheetsOf(database, unitId);
    expect(inbox.map(({ answers }) => answers.chung).sort()).toEqual([2, 4, 4, 4, 4]);
    expect((await listBatches(lan, { page: 1 })).batches).toMatchObject([{ sampled: 5, compared: 10, differing: 2 }]);
  });

  it("can be corrected, taken out and begun again until they are checked; a page sent twice is one sheet", async () => {
    const { lan, minh, open } = await office();
    const batchId = await typed(lan, open, 2);
    const once = { batchId, key: key(), procedure: null, fields: sent({ chung: "5" }) };
    const both = await Promise.all([typeSheet(lan, once), typeSheet(lan, once)]);
    expect(both).toEqual([{ number: 3 }, { number: 3 }]);
    expect(await typeSheet(lan, { batchId, key: key(), procedure: null, fields: sent({}) })).toEqual({
      problems: [["chung", "required"]],
    });
    expect(await changeSheet(minh, { batchId, number: 3, procedure: null, fields: sent({ chung: "1" }) })).toEqual({
      number: 3,
    });
    expect((await readSheet(lan, { batchId, number: 3 })).fields).toEqual([["a-chung", "1"]]);
    await removeSheet(lan, { batchId, number: 1 });
    await finishTyping(lan, { batchId });
    await expect(changeSheet(lan, { ...once, number: 3 })).rejects.toMatchObject({ key: "paper.notTyping" });
    await resumeTyping(lan, { batchId });
    await finishTyping(lan, { batchId });
    await typeAgain(minh, { batchId, number: 2, fields: sent({ chung: "4", phi: "no" }) });
    await expect(resumeTyping(lan, { batchId })).rejects.toMatchObject({ key: "paper.begun" });
  });

  it("of MTTQ stay in its hands: others may only type them a second time", async () => {
    const { unitId, lan, mttq, open } = await office();
    const batchId = await typed(mttq, open, 1);
    for (const act of [
      () => typeSheet(lan, { batchId, key: key(), procedure: null, fields: sent({ chung: "5" }) }),
      () => changeSheet(lan, { batchId, number: 1, procedure: null, fields: sent({ chung: "5" }) }),
      () => removeSheet(lan, { batchId, number: 1 }),
      () => finishTyping(lan, { batchId }),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN", key: "paper.otherSide" });
    }
    await finishTyping(mttq, { batchId });
    expect(await typeAgain(lan, { batchId, number: 1, fields: sent({ chung: "1", phi: "no" }) })).toEqual({
      differing: 1,
    });
    await expect(settleSheet(lan, { batchId, number: 1, right: { chung: "second" } })).rejects.toMatchObject({
      key: "paper.otherSide",
    });
    await settleSheet(mttq, { batchId, number: 1, right: { chung: "first" } });
    await expect(handIn(lan, { batchId })).rejects.toMatchObject({ key: "paper.otherSide" });
    expect(await handIn(mttq, { batchId })).toEqual({ state: "handed-in", sheets: 1 });
    expect((await sheetsOf(database, unitId)).inbox).toMatchObject([{ source: "paper-mttq", answers: { chung: 4 } }]);
  });

  it("are for those who enter, in their own unit, of days on which the form was open", async () => {
    const { lan, inspector, open, formId } = await office();
    const other = await office();
    const denied = { code: "FORBIDDEN", key: "session.forbidden" };
    await expect(openBatch(inspector, open)).rejects.toMatchObject(denied);
    await expect(listBatches(inspector, { page: 1 })).rejects.toMatchObject(denied);
    await expect(openBatch(other.lan, open)).rejects.toMatchObject({ key: "survey.formNotFound" });
    for (const day of ["2026-10-31", "2026-11-22"]) {
      await expect(openBatch(lan, { ...open, day })).rejects.toMatchObject({ key: "paper.day" });
    }
    const batchId = await typed(lan, open, 1);
    const notFound = { code: "NOT_FOUND", key: "paper.notFound" };
    await expect(readBatch(other.lan, { batchId })).rejects.toMatchObject(notFound);
    await expect(readSheet(other.lan, { batchId, number: 1 })).rejects.toMatchObject(notFound);
    await expect(typeSheet(other.lan, { batchId, key: key(), procedure: null, fields: [] })).rejects.toMatchObject(
      notFound,
    );
    await expect(handIn({ ...lan, now: moment("2026-11-21T10:00") }, { batchId })).rejects.toMatchObject({
      key: "paper.notChecking",
    });
    await expect(dropBatch(lan, { batchId })).rejects.toMatchObject({ key: "paper.notEmpty" });
    await removeSheet(lan, { batchId, number: 1 });
    await expect(finishTyping(lan, { batchId })).rejects.toMatchObject({ key: "paper.empty" });
    await dropBatch(lan, { batchId });
    expect((await listBatches(lan, { page: 1 })).forms).toMatchObject([{ formId }]);
    expect((await listBatches(lan, { page: 1 })).batches).toEqual([]);
  });

  it("say what they are about, sheet by sheet or all together, and count in the progress of the procedure and place", async () => {
    const { unitId, lan, minh, mttq, pointId, open } = await office();
    const COPY = "2.000815";
    const BIRTH = "1.001193";
    const { batchId } = await openBatch(lan, { ...open, procedure: BIRTH, pointId });
    const sheet = (procedure: string | null) => ({ batchId, key: key(), procedure, fields: sent({ chung: "4" }) });
    for (let i = 0; i < 6; i++) await typeSheet(lan, sheet(null));
    for (let i = 0; i < 5; i++) await typeSheet(lan, sheet(BIRTH));
    await typeSheet(lan, sheet(""));
    // A slip: the batch was about copies.
    await changeAbout(lan, { batchId, procedure: COPY, pointId });
    await changeSheet(lan, { batchId, number: 1, procedure: "", fields: sent({ chung: "4" }) });
    const page = await readBatch(lan, { batchId });
    expect(page).toMatchObject({ procedureCode: COPY, procedureName: "Chứng thực bản sao", pointLabel: "Quầy 1" });
    expect(page.lines.map(({ procedureName }) => procedureName === null)).toEqual([
      false,
      ...Array.from({ length: 5 }, () => true),
      ...Array.from({ length: 6 }, () => false),
    ]);
    expect(await readSheet(lan, { batchId, number: 12 })).toMatchObject({ procedureCode: "" });
    for (const wrong of [
      { procedure: "9.999999", pointId },
      { procedure: COPY, pointId: crypto.randomUUID() },
    ]) {
      await expect(changeAbout(lan, { batchId, ...wrong })).rejects.toMatchObject({ code: "INVALID" });
      await expect(openBatch(lan, { ...open, ...wrong })).rejects.toMatchObject({ code: "INVALID" });
    }
    await expect(typeSheet(lan, sheet("9.999999"))).rejects.toMatchObject({ key: "paper.noSuchProcedure" });
    const anew = { batchId, procedure: null, pointId: null };
    await expect(changeAbout(mttq, anew)).rejects.toMatchObject({ key: "paper.otherSide" });
    const other = await office();
    await expect(changeAbout(other.lan, anew)).rejects.toMatchObject({ key: "paper.notFound" });
    await expect(openBatch(lan, { ...open, pointId: other.pointId })).rejects.toMatchObject({
      key: "paper.noSuchPoint",
    });
    await finishTyping(lan, { batchId });
    await expect(changeAbout(lan, anew)).rejects.toMatchObject({ key: "paper.notTyping" });
    for (const number of await drawn(minh, batchId)) {
      await typeAgain(minh, { batchId, number, fields: sent({ chung: "4" }) });
    }
    await handIn(lan, { batchId });
    const scope = { db: { app: database.app }, unitId };
    expect(await moveAnswers(scope, moment("2026-11-21T12:00"))).toBe(12);
    const progress = await readProgress({ ...lan, now: moment("2026-11-21T12:00") }, { kind: "quarter", day: DAY });
    expect(Object.fromEntries(progress.procedures.map(({ code, sheets }) => [code, sheets]))).toEqual({
      [COPY]: 5,
      [BIRTH]: 5,
    });
    expect(progress.points.find(({ id }) => id === pointId)).toMatchObject({ sheets: 12 });
    expect((await auditLog(database, unitId)).map(({ action }) => action)).toContain("survey-paper.about");
  });
});
