import { inScope } from "@gandan/db/in-scope";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { officersBelow } from "@gandan/model/officer-result/officer-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { personOf } from "../letter/letter-test-unit";
import { sheetOf, takeIn } from "../survey/survey-test-unit";
import {
  closeOfficerResult,
  decideOnOfficer,
  informOfficer,
  reopenOfficerResult,
  replyToResult,
} from "./follow-officer-result";
import { keepOfficerResults } from "./keep-officer-results";
import { countAnswers, surveyedUnit } from "./officer-test-unit";
import { listOfficerResults, listOwnResults, readOfficerResult } from "./read-officer-results";
import { readOfficersBelow } from "./read-officers-below";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const AFTER = moment("2026-10-05T08:00");
const HOA = "Nguyễn Thị Hoa";
const SAID = "Hôm đó máy chủ của tỉnh hỏng, người dân phải chờ lâu.";

/** Hoa with 40 % dissatisfied of 20, Nam with none of 30, Tý with three answers and two more who are few. */
async function countedUnit() {
  const unit = await surveyedUnit(database);
  await countAnswers(database, unit, [
    { officer: HOA, counts: [3, 2, 1, 2, 2] },
    { officer: HOA, day: "2026-09-21", counts: [1, 2, 0, 4, 3] },
    { officer: HOA, question: "thai-do", counts: [4, 4, 2, 5, 5] },
    { officer: "Phạm Văn Nam", counts: [0, 0, 0, 20, 10] },
    { officer: "Lò Văn Tý", counts: [3, 0, 0, 0, 0] },
    { officer: "Ma Thị Bé", counts: [0, 0, 0, 4, 0] },
    // Of other quarters.
    { officer: "Phạm Văn Nam", day: "2026-10-01", counts: [20] },
    { officer: "Phạm Văn Nam", day: "2026-06-21", counts: [20] },
  ]);
  expect(await keepOfficerResults({ db: database, unitId: unit.unitId }, AFTER)).toBe(true);
  const { officers } = await listOfficerResults(unit.chairman, {});
  return { ...unit, resultId: officers.find(({ officer }) => officer === HOA)!.id };
}

const round = async (unitId: string) => {
  const [row] = await database.root`
    select judged, few, above, told, informed, replied, decided, closed from officer_round where unit_id = ${unitId}`;
  return row;
};

const notices = (unitId: string) =>
  database.root<{ kind: string; audience: string; code: string; live: boolean; staffId: string | null }[]>`
    select kind, audience, code, withdrawn_at is null as live, staff_id as "staffId" from notice
    where unit_id = ${unitId} and area = 'officer-result' order by issued_at, kind`;

describe("a quarter that is over", () => {
  it("is counted once: enough answers, their share with its bounds, and who is above", async () => {
    const { unitId, chairman } = await countedUnit();
    const page = await listOfficerResults(chairman, {});
    expect(page).toMatchObject({
      quarter: "2026-07-01",
      rule: { levels: [1, 2], above: 0.25, minN: 10 },
      officers: [
        { officer: HOA, state: "told", share: { n: 20, told: { low: 8, high: 8 }, above: true } },
        { officer: "Phạm Văn Nam", state: "calm", share: { n: 30, told: { low: 0, high: 0 } } },
        { officer: "Lò Văn Tý", state: "few", share: null, lines: [] },
        { officer: "Ma Thị Bé", state: "few", share: null, lines: [] },
      ],
    });
    const [hoa] = page.officers;
    expect(hoa!.share!.told!.interval.low).toBeCloseTo(0.2188, 3);
    expect(hoa!.share!.sure).toBe(false);
    expect(await round(unitId)).toEqual({
      judged: 2,
      few: 2,
      above: 1,
      told: 1,
      informed: 0,
      replied: 0,
      decided: 0,
      closed: 0,
    });
    expect(await notices(unitId)).toMatchObject([
      { kind: "officer-told", audience: "chairman", code: "Quý III/2026", live: true, staffId: null },
    ]);
    // What comes later moves nothing.
    await countAnswers(database, { unitId, formId: (await formOf(unitId))! }, [
      { officer: HOA, day: "2026-07-01", counts: [9] },
    ]);
    expect(await keepOfficerResults({ db: database, unitId }, moment("2026-12-30T08:00"))).toBe(false);
    expect((await listOfficerResults(chairman, {})).officers).toEqual(page.officers);
  });

  it("is not counted on the day after it, and without a form or rule tells of nobody", async () => {
    const unit = await surveyedUnit(database);
    await countAnswers(database, unit, [{ officer: HOA, counts: [20] }]);
    const scope = { db: database, unitId: unit.unitId };
    await database.root`delete from adoption where unit_id = ${unit.unitId}`;
    expect(await keepOfficerResults(scope, moment("2026-10-01T09:00"))).toBe(true);
    expect((await listOfficerResults(unit.chairman, {})).quarter).toBe("2026-04-01");
    expect(await keepOfficerResults(scope, moment("2026-10-02T00:00"))).toBe(true);
    const page = await listOfficerResults(unit.chairman, { quarter: "2026-07-01" });
    expect(page).toMatchObject({ rule: { above: null }, officers: [{ officer: HOA, state: "calm" }] });
    expect(await notices(unit.unitId)).toEqual([]);
  });
});

const formOf = async (unitId: string) =>
  (await database.root<{ id: string }[]>`select id from survey_form where unit_id = ${unitId}`)[0]?.id;

describe("re-identification", () => {
  it("an officer who does all of a procedure is not shown when the rest of the officer's sheets would be laid bare", async () => {
    const { unitId, formId, chairman } = await surveyedUnit(database);
    const sheets = (officer: string | null, procedureCode: string, n: number) =>
      Array.from({ length: n }, () => sheetOf(formId, "2026-08-12", { officer, procedureCode, answers: { chung: 4 } }));
    await takeIn({ db: { app: database.app }, unitId }, [
      ...sheets(HOA, "1.001193", 20),
      ...sheets(HOA, "1.000656", 3),
      ...sheets("Phạm Văn Nam", "2.000815", 30),
      ...sheets("Lò Văn Tý", "2.000815", 12),
      // So that neither the other procedure nor who did these can be worked out of the whole.
      ...sheets(null, "1.000894", 4),
      ...sheets(null, "1.004873", 4),
    ]);
    await keepOfficerResults({ db: database, unitId }, AFTER);
    const { officers } = await listOfficerResults(chairman, {});
    expect(Object.fromEntries(officers.map(({ officer, state }) => [officer, state]))).toEqual({
      [HOA]: "few",
      "Phạm Văn Nam": "calm",
      "Lò Văn Tý": "calm",
    });
  });
});

describe("who sees names", () => {
  it("is the chairman and the vice-chairman, each reading logged; officers see the own result alone", async () => {
    const { unitId, chairman, vice, officer, resultId } = await countedUnit();
    expect((await listOfficerResults(vice, {})).officers).toHaveLength(4);
    const other = await personOf(database, unitId, "Phạm Văn Nam", ["desk-officer"], "2026-10-05T08:00");
    const keeper = await personOf(database, unitId, "Hồ Thị Giữ", ["model-keeper"], "2026-10-05T08:00");
    const mttq = await personOf(
      database,
      unitId,
      "Vi Văn Mặt",
      ["mttq", "inspector", "administrator"],
      "2026-10-05T08:00",
    );
    for (const ctx of [officer, other, keeper, mttq]) {
      await expect(listOfficerResults(ctx, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(readOfficerResult(mttq, { resultId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const ctx of [other, keeper]) {
      await expect(readOfficerResult(ctx, { resultId })).rejects.toMatchObject({ key: "officerResult.notFound" });
      expect(await listOwnResults(ctx)).toEqual([]);
    }
    expect(await listOwnResults(officer)).toMatchObject([{ officer: HOA, state: "told", quarter: "2026-07-01" }]);
    expect(await readOfficerResult(officer, { resultId })).toMatchObject({
      own: true,
      questions: [{ question: "Thái độ của cán bộ", n: 20, lines: [{ options: [0, 1], low: 8, high: 8 }, {}] }],
      may: { inform: false, reply: true, replyOnPaper: false, decide: false, close: false, reopen: false },
    });
    expect(await readOfficerResult(chairman, { resultId })).toMatchObject({ own: false, may: { inform: true } });
    const log = (await auditLog(database, unitId)).map(({ action, actor }) => [action, actor]);
    expect(log).toEqual([
      ["officer-result.count", "system"],
      ["officer-result.list", chairman.actor.staffId],
      ["officer-result.list", vice.actor.staffId],
      ["officer-result.read", chairman.actor.staffId],
    ]);
    const elsewhere = await surveyedUnit(database);
    await expect(readOfficerResult(elsewhere.chairman, { resultId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(readOfficerResult({ ...elsewhere.chairman, unitId }, { resultId })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect((await listOfficerResults(elsewhere.chairman, {})).officers).toEqual([]);
  });

  it("is never the office above: it sees counts, and no table with a name", async () => {
    const { unitId } = await countedUnit();
    const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
    await database.root`
      insert into unit_ancestors (ancestor_id, descendant_id, depth, valid_from, valid_to, from_start, to_end)
      values (${provinceId}, ${unitId}, 1, '2020-01-01', null, true, true)`;
    const above = actingAt(database, provinceId, "2026-10-05T08:00", ["oversight-officer"]);
    const seen = await readOfficersBelow(above, officersBelow.parse({}));
    expect(seen).toMatchObject({ quarter: "2026-07-01", judged: 2, above: 1, waiting: 1, total: 1 });
    expect(seen.rows).toMatchObject([{ id: unitId, round: { judged: 2, few: 2, above: 1, told: 1, closed: 0 } }]);
    expect(JSON.stringify(seen)).not.toContain(HOA);
    expect(await readOfficersBelow(above, officersBelow.parse({ quarter: "2026-04-01" }))).toMatchObject({ judged: 0 });
    const chairman = actingAt(database, unitId, "2026-10-05T08:00", ["chairman"]);
    expect((await readOfficersBelow(chairman, officersBelow.parse({}))).rows).toEqual([]);
    const aside = actingAt(database, provinceId, "2026-10-05T08:00", ["operator"]);
    await expect(readOfficersBelow(aside, officersBelow.parse({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const table of ["officer_result", "officer_step"]) {
      const look = inScope(above, (_tx, sql) => sql.unsafe(`select 1 from ${table}`));
      await expect(look).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("what follows", () => {
  it("goes from the chairman to the officer, whose word comes before the measure, to its end and back", async () => {
    const { unitId, chairman, officer, resultId } = await countedUnit();
    const decide = () =>
      decideOnOfficer(chairman, { resultId, measure: "train", text: "Tập huấn tiếp dân trong tháng 10." });
    await expect(decide()).rejects.toMatchObject({ key: "officerResult.state" });
    await informOfficer(chairman, { resultId, replyBy: "2026-10-15", text: "" });
    await expect(decide()).rejects.toMatchObject({
      key: "officerResult.replyAwaited",
      details: { date: "15/10/2026" },
    });
    await replyToResult(officer, { resultId, text: SAID, onPaper: false });
    await decide();
    await closeOfficerResult(chairman, { resultId, text: "Đã tập huấn ngày 20/10/2026." });
    await expect(replyToResult(officer, { resultId, text: SAID, onPaper: false })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await reopenOfficerResult(chairman, { resultId, text: "Người dân còn phàn nàn." });
    const seen = await readOfficerResult(officer, { resultId });
    expect(seen.state).toBe("decided");
    expect(seen.steps.map(({ step, actor, measure }) => [step, actor, measure])).toEqual([
      ["inform", "Lê Văn Chủ", null],
      ["reply", HOA, null],
      ["decide", "Lê Văn Chủ", "train"],
      ["close", "Lê Văn Chủ", null],
      ["reopen", "Lê Văn Chủ", null],
    ]);
    expect(await round(unitId)).toMatchObject({ above: 1, told: 0, informed: 0, replied: 0, decided: 1, closed: 0 });
    expect((await notices(unitId)).map(({ kind, live }) => [kind, live])).toEqual([
      ["officer-asked", false],
      ["officer-replied", false],
      ["officer-told", false],
    ]);
    const steps = (await auditLog(database, unitId)).filter(({ subject }) => subject === resultId);
    expect(steps.map(({ action }) => action)).toEqual(
      ["inform", "reply", "decide", "close", "reopen"].map((step) => `officer-result.${step}`),
    );
    const details = await database.root`select details::text from audit_log where unit_id = ${unitId}`;
    expect(JSON.stringify(details)).not.toContain("máy chủ");
  });

  it("needs no reply once its day has passed, or has one on paper", async () => {
    const { chairman, officer, resultId } = await countedUnit();
    await informOfficer(chairman, { resultId, replyBy: "2026-10-15", text: "Xin giải trình." });
    await replyToResult(chairman, { resultId, text: SAID, onPaper: true });
    expect((await readOfficerResult(officer, { resultId })).steps[1]).toMatchObject({ step: "reply", onPaper: true });
    const second = await countedUnit();
    await informOfficer(second.chairman, { resultId: second.resultId, replyBy: "2026-10-15", text: "" });
    const later = { ...second.chairman, now: moment("2026-10-16T08:00") };
    await decideOnOfficer(later, { resultId: second.resultId, measure: "remind", text: "Nhắc nhở, rút kinh nghiệm." });
    expect((await readOfficerResult(later, { resultId: second.resultId })).state).toBe("decided");
  });

  it("is the chairman's: not the vice-chairman's, another officer's or another unit's", async () => {
    const { unitId, chairman, vice, officer, resultId } = await countedUnit();
    const inform = { resultId, replyBy: "2026-10-15", text: "" };
    for (const ctx of [vice, officer]) {
      await expect(informOfficer(ctx, inform)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(decideOnOfficer(ctx, { resultId, measure: "none", text: SAID })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
      await expect(closeOfficerResult(ctx, { resultId, text: SAID })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(reopenOfficerResult(ctx, { resultId, text: SAID })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(replyToResult(ctx, { resultId, text: SAID, onPaper: true })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    const other = await personOf(database, unitId, "Phạm Văn Nam", ["desk-officer"], "2026-10-05T08:00");
    const mttq = await personOf(database, unitId, "Vi Văn Mặt", ["mttq"], "2026-10-05T08:00");
    await expect(replyToResult(other, { resultId, text: SAID, onPaper: false })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(replyToResult(mttq, { resultId, text: SAID, onPaper: false })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const elsewhere = await surveyedUnit(database);
    await expect(informOfficer(elsewhere.chairman, inform)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(informOfficer({ ...elsewhere.chairman, unitId }, inform)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(informOfficer(chairman, { ...inform, replyBy: "2026-10-04" })).rejects.toMatchObject({
      key: "officerResult.replyPast",
    });
    const few = await database.root<{ id: string }[]>`
      select id from officer_result where unit_id = ${unitId} and state = 'few' limit 1`;
    await expect(informOfficer(chairman, { ...inform, resultId: few[0]!.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await readOfficerResult(chairman, { resultId })).steps).toEqual([]);
  });
});
