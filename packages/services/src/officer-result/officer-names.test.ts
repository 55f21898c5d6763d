import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { listOfficerNames as filters } from "@gandan/model/officer-result/officer-inputs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { personOf } from "../letter/letter-test-unit";
import { remindedUnit } from "../notice/notice-test-unit";
import { informOfficer, replyToResult } from "./follow-officer-result";
import { keepOfficerResults } from "./keep-officer-results";
import { linkOfficerName, unlinkOfficerName } from "./link-officer-name";
import { listOfficerNames } from "./list-officer-names";
import { countAnswers, surveyedUnit } from "./officer-test-unit";
import { listOfficerResults, listOwnResults, readOfficerResult } from "./read-officer-results";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const AFTER = moment("2026-10-05T08:00");
/** As dossiers of the province's system shorten it. */
const SHORT = "Ng. T. Hoa";
const all = filters.parse({ show: "all" });

/** A unit where citizens speak ill of "Ng. T. Hoa", whom no account bears, and well of "Lê Văn Nam", whom nobody is. */
async function shortenedUnit() {
  const unit = await surveyedUnit(database);
  await countAnswers(database, unit, [
    { officer: SHORT, counts: [10, 5, 0, 3, 2] },
    { officer: "Lê Văn Nam", counts: [0, 0, 0, 20, 10] },
  ]);
  const scope = { db: { app: database.app }, unitId: unit.unitId };
  await keepOfficerResults(scope, AFTER);
  const { officers } = await listOfficerResults(unit.chairman, {});
  return { ...unit, scope, resultId: officers.find(({ officer }) => officer === SHORT)!.id };
}

const asked = (unitId: string) =>
  database.root<{ staffId: string; live: boolean }[]>`
    select staff_id as "staffId", withdrawn_at is null as live from notice
    where unit_id = ${unitId} and kind = 'officer-asked' order by issued_at`;

describe("a name that no account bears", () => {
  it("is given to an officer, who sees the result, is told, replies; and taken back again", async () => {
    const { unitId, chairman, officer, resultId } = await shortenedUnit();
    const hoa = officer.actor.staffId;
    expect(await listOfficerNames(chairman, filters.parse({}))).toMatchObject({
      names: [
        { written: "Lê Văn Nam", staffId: null },
        { written: SHORT, staffId: null, person: null, given: null },
      ],
      counts: { unknown: 2, given: 0, all: 2 },
    });
    await informOfficer(chairman, { resultId, replyBy: "2026-10-15", text: "" });
    expect(await asked(unitId)).toEqual([]);
    expect(await listOwnResults(officer)).toEqual([]);

    await linkOfficerName(chairman, { written: " ng. t.  HOA", staffId: hoa });
    expect(await listOwnResults(officer)).toMatchObject([{ id: resultId, state: "informed" }]);
    expect(await asked(unitId)).toEqual([{ staffId: hoa, live: true }]);
    expect((await readOfficerResult(chairman, { resultId })).known).toBe(true);
    expect(await listOfficerNames(chairman, filters.parse({ show: "given" }))).toMatchObject({
      names: [{ written: SHORT, staffId: hoa, person: "Nguyễn Thị Hoa", given: { by: "Lê Văn Chủ" } }],
      counts: { unknown: 1, given: 1 },
    });

    const other = await personOf(database, unitId, "Vi Thị Bé", ["desk-officer"], "2026-10-05T09:00");
    await linkOfficerName({ ...chairman, now: other.now }, { written: SHORT, staffId: other.actor.staffId });
    await expect(readOfficerResult(officer, { resultId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await asked(unitId)).toEqual([
      { staffId: hoa, live: false },
      { staffId: other.actor.staffId, live: true },
    ]);
    await replyToResult(other, { resultId, text: "Hôm đó máy chủ của tỉnh hỏng.", onPaper: false });

    await unlinkOfficerName(chairman, { written: SHORT });
    await expect(readOfficerResult(other, { resultId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    // What was said stays, with who said it.
    expect((await readOfficerResult(chairman, { resultId })).steps.map(({ actor }) => actor)).toEqual([
      "Lê Văn Chủ",
      "Vi Thị Bé",
    ]);
    const log = (await auditLog(database, unitId)).filter(({ action }) => action.startsWith("officer-name."));
    expect(log).toMatchObject([
      { action: "officer-name.link", actor: chairman.actor.staffId, subject: hoa },
      { action: "officer-name.link", subject: other.actor.staffId },
      { action: "officer-name.unlink", subject: other.actor.staffId },
    ]);
    const [kept] = await database.root`
      select details from audit_log where unit_id = ${unitId} and action = 'officer-name.unlink'`;
    expect(kept!.details).toEqual({ written: SHORT });
  });

  it("stays given for quarters to come, before what the name alone would say", async () => {
    const { scope, formId, unitId, chairman, officer } = await shortenedUnit();
    const namesake = await personOf(database, unitId, "Trần Thị Mới", ["desk-officer"], "2026-10-05T08:00");
    await linkOfficerName(chairman, { written: "Lê Văn Nam", staffId: officer.actor.staffId });
    await personOf(database, unitId, "Lê Văn Nam", ["desk-officer"], "2026-10-05T08:00");
    await countAnswers(database, { unitId, formId }, [
      { officer: "lê văn nam", day: "2026-11-11", counts: [0, 0, 0, 20, 10] },
    ]);
    await keepOfficerResults(scope, moment("2027-01-05T08:00"));
    expect((await listOwnResults(officer)).map(({ quarter }) => quarter)).toEqual(["2026-10-01", "2026-07-01"]);
    expect(await listOwnResults(namesake)).toEqual([]);
    // Whom it was given to has left: it is nobody's again.
    await database.root`
      update staff_role set valid_to = '2027-01-01' where unit_id = ${unitId} and staff_id = ${officer.actor.staffId}`;
    const later = { ...chairman, now: moment("2027-01-06T08:00") };
    const { names } = await listOfficerNames(later, filters.parse({ q: "nam" }));
    expect(names).toMatchObject([{ written: "Lê Văn Nam", staffId: null, given: {}, person: "Nguyễn Thị Hoa" }]);
  });

  it("of a dossier leads its reminders to whom it was given", async () => {
    const unit = await remindedUnit(database);
    const due = (code: string) => takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20", [], { officer: "Chị Lan" });
    await recordAll(unit.desk("2026-11-12T08:20"), [due("A")]);
    const lan = unit.lan("2026-11-12T08:30").actor.staffId;
    expect((await listOfficerNames(unit.chairman("2026-11-12T08:30"), all)).names).toMatchObject([
      { written: "Chị Lan", dossiers: 1, staffId: null },
    ]);
    await linkOfficerName(unit.chairman("2026-11-12T08:30"), { written: "Chị Lan", staffId: lan });
    await unit.tick("2026-11-16T08:20");
    const told = await database.root`
      select audience, staff_id as "staffId" from notice where unit_id = ${unit.unitId}`;
    expect(told).toEqual([{ audience: "officer", staffId: lan }]);
  });

  it("says where results of an account that came later are apart, until it is given", async () => {
    const { unitId, chairman } = await shortenedUnit();
    const nam = await personOf(database, unitId, "Lê Văn Nam", ["desk-officer"], "2026-10-06T08:00");
    const named = async () => (await listOfficerNames(chairman, filters.parse({ show: "all", q: "le van nam" }))).names;
    expect(await named()).toMatchObject([{ staffId: nam.actor.staffId, apart: true, bearers: 1 }]);
    await linkOfficerName(chairman, { written: "Lê Văn Nam", staffId: nam.actor.staffId });
    expect(await named()).toMatchObject([{ staffId: nam.actor.staffId, apart: false }]);
    expect(await listOwnResults(nam)).toHaveLength(1);
  });
});

describe("who gives names", () => {
  it("is the chairman and who looks after accounts; nobody else, and in no other unit", async () => {
    const { unitId, chairman, vice, officer } = await shortenedUnit();
    const admin = await personOf(database, unitId, "Cao Văn Trị", ["administrator"], "2026-10-05T08:00");
    const mttq = await personOf(database, unitId, "Vi Văn Mặt", ["mttq"], "2026-10-05T08:00");
    const link = { written: SHORT, staffId: officer.actor.staffId };
    for (const ctx of [vice, officer, mttq]) {
      await expect(listOfficerNames(ctx, all)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(linkOfficerName(ctx, link)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(unlinkOfficerName(ctx, link)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const page = await listOfficerNames(admin, all);
    expect(page.people.map(({ name }) => name)).toEqual(["Lê Văn Chủ", "Nguyễn Thị Hoa", "Trần Thị Phó"]);
    // Who looks after accounts learns whose name it is, and nothing of what citizens said.
    expect(JSON.stringify(page)).not.toMatch(/levels|share|told/);
    await linkOfficerName(admin, link);
    await expect(unlinkOfficerName(admin, { written: "Lê Văn Nam" })).rejects.toMatchObject({
      key: "officerResult.noSuchName",
    });
    const elsewhere = await surveyedUnit(database);
    await expect(linkOfficerName(elsewhere.chairman, link)).rejects.toMatchObject({ key: "officerResult.noSuchName" });
    await expect(unlinkOfficerName(elsewhere.chairman, link)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(linkOfficerName({ ...elsewhere.chairman, unitId }, link)).rejects.toMatchObject({ code: "FORBIDDEN" });
    for (const staffId of [mttq.actor.staffId, elsewhere.officer.actor.staffId]) {
      await expect(linkOfficerName(chairman, { written: SHORT, staffId })).rejects.toMatchObject({
        key: "officerResult.noSuchPerson",
      });
    }
    expect((await listOfficerNames(admin, filters.parse({ show: "given" }))).names).toMatchObject([
      { written: SHORT, staffId: officer.actor.staffId },
    ]);
  });
});
