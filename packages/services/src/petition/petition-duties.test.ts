import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { listNotices as noticeInput } from "@gandan/model/notice/notice-inputs";
import { takeStep as stepInput } from "@gandan/model/petition/petition-inputs";
import { petitionWithinTerm } from "@gandan/model/rules/petition-within-term";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillProcedures, moment } from "../dossier/dossier-test-unit";
import { listNotices } from "../notice/list-notices";
import { loadCalendar } from "../outcome/load-judge";
import { readUnitFacts } from "../score/read-unit-facts";
import { changePetitionSettings, readPetitionSettings } from "./change-petition-settings";
import { readPetition } from "./open-petition";
import { KEY, petitionUnit, SAID, SENDER, typeIn } from "./petition-test-unit";
import { remindPetitions } from "./remind-petitions";
import { barReader, takeStep } from "./take-step";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

describe("reminders", () => {
  it("reach each reader once before the last day and once after it, with the number alone, until the step is taken", async () => {
    const unit = await petitionUnit(database);
    const { unitId, reader, second, stranger } = unit;
    // Due on Tuesday 1/12 at the end of work: seven working days after 19/11, with the holiday of 24/11 between.
    const { petitionId, number } = await typeIn(reader, { kind: "denunciation" });
    await typeIn(reader, { kind: "denunciation", on: "2026-11-20" });
    const remind = (time: string) => remindPetitions({ db: database, unitId }, moment(time));
    const told = async (who: typeof reader, time: string) => {
      const { notices } = await listNotices({ ...who, now: moment(time) }, noticeInput.parse({}));
      return notices.map(({ kind, code, area, subjectId }) => [kind, code, area, subjectId]);
    };
    expect(await remind("2026-11-30T06:59")).toBe(0);
    expect(await remind("2026-11-30T07:00")).toBe(1);
    expect(await remind("2026-11-30T07:01")).toBe(0);
    const soon = [["petition-due", number, "petition", petitionId]];
    expect(await told(reader, "2026-11-30T07:01")).toEqual(soon);
    expect(await told(second, "2026-11-30T07:01")).toEqual(soon);
    for (const who of [stranger, unit.chairman]) expect(await told(who, "2026-11-30T07:01")).toEqual([]);
    const rows = await database.root<{ row: string }[]>`
      select n::text as row from notice n where unit_id = ${unitId}`;
    expect(rows.map(({ row }) => row).join()).not.toMatch(/denunciation|Tố Giác|Nguyễn Văn Q/);
    expect(await database.root`select 1 from notice_mail where unit_id = ${unitId}`).toHaveLength(0);
    expect(await database.root`select 1 from webhook_delivery where unit_id = ${unitId}`).toHaveLength(0);
    // Closed to one of them: nothing of it is left there.
    await barReader(reader, { petitionId, staffId: second.actor.staffId });
    expect(await told(second, "2026-11-30T07:01")).toEqual([]);
    await remind("2026-12-01T17:01");
    const late = (await told(reader, "2026-12-01T17:02")).filter(([, code]) => code === number);
    expect(late.map(([kind]) => kind).sort()).toEqual(["petition-due", "petition-late"]);
    expect((await told(second, "2026-12-01T17:02")).filter(([, code]) => code === number)).toEqual([]);
    const accepted = stepInput.parse({ petitionId, seen: 1, step: "accepted", on: "2026-12-02" });
    await takeStep({ ...reader, now: moment("2026-12-02T09:00") }, accepted, KEY);
    expect((await told(reader, "2026-12-02T09:01")).filter(([, code]) => code === number)).toEqual([]);
  });

  it("of two workers one tells; of a unit that is no more its readers are told, too: terms run on until it is handed over", async () => {
    const { unitId, reader } = await petitionUnit(database);
    await typeIn(reader);
    const now = moment("2026-12-08T08:00");
    await Promise.all([1, 2, 3].map(() => remindPetitions({ db: database, unitId }, now)));
    expect(await database.root`select 1 from notice where unit_id = ${unitId}`).toHaveLength(2);
    const other = await petitionUnit(database);
    await typeIn(other.reader);
    await database.root`update unit set valid_to = '2026-12-01' where id = ${other.unitId}`;
    await remindPetitions({ db: database, unitId: other.unitId }, now);
    expect(await database.root`select 1 from notice where unit_id = ${other.unitId}`).toHaveLength(2);
  });
});

describe("facts into scores", () => {
  it("are kinds and days of what came in the period, judged by the rule; nothing for a unit without petitions", async () => {
    const unit = await petitionUnit(database);
    const { unitId, reader } = unit;
    const now = moment("2026-12-20T08:00");
    const facts = (id: string, from = "2026-11-01", to = "2026-11-30") =>
      inUnit({ db: database, unitId: id }, (_tx, sql) => readUnitFacts(sql, id, { from, to }, now));
    expect((await facts(unitId)).petition).toBeUndefined();
    const act = async (on: string, ...steps: object[]) => {
      const { petitionId } = await typeIn(reader, { on: "2026-11-19" });
      for (const [i, step] of steps.entries()) {
        const input = stepInput.parse({ petitionId, seen: i + 1, on, ...step });
        await takeStep({ ...reader, now: moment(`${on}T16:30`) }, input, KEY);
      }
    };
    await act("2026-12-01", { step: "accepted" });
    await act("2026-12-02", { step: "accepted" });
    await act("2026-12-01", { step: "refused", told: "Hết thời hiệu khiếu nại" });
    await act("2026-12-01", { step: "passed-on", towards: "outside" });
    await act("2026-12-01");
    await typeIn(reader, { on: "2026-10-05" });
    const found = await facts(unitId);
    expect(found.petition).toHaveLength(5);
    expect(JSON.stringify(found.petition)).not.toMatch(new RegExp(`${SENDER}|${SAID}`));
    const calendar = await inUnit({ db: database, unitId }, (_tx, sql) => loadCalendar(sql, unitId, now));
    const params = { step: "accepted", term: "7 working-days" };
    const asOf = Math.floor(now.getTime() / 60_000) + 420;
    const judged = petitionWithinTerm.judge(params, found, asOf, { calendar } as never);
    expect(judged?.tally).toEqual({ met: 1, missed: 2, pending: 0, notApplicable: 2 });
    const other = await petitionUnit(database);
    expect((await facts(other.unitId)).petition).toBeUndefined();
  });
});

describe("a remote area", () => {
  it("gives more time for complaints, said by the chairman; what is open has its new last day at once", async () => {
    const { unitId, reader, chairman } = await petitionUnit(database);
    const { petitionId } = await typeIn(reader);
    await takeStep(reader, stepInput.parse({ petitionId, seen: 1, step: "accepted", on: "2026-11-20" }), KEY);
    const due = async () => (await readPetition(reader, { petitionId })).next;
    expect(await due()).toMatchObject({ value: "30 calendar-days", dueAt: moment("2026-12-21T17:00") });
    const setting = { revision: 0, remote: true };
    await expect(changePetitionSettings(reader, setting)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await changePetitionSettings(chairman, setting);
    expect(await due()).toMatchObject({ value: "45 calendar-days", dueAt: moment("2027-01-04T17:00") });
    const [line] = await database.root<{ dueAt: Date }[]>`
      select due_at as "dueAt" from petition where unit_id = ${unitId} and id = ${petitionId}`;
    expect(line?.dueAt).toEqual(moment("2027-01-04T17:00"));
    expect(await readPetitionSettings(chairman)).toMatchObject({ value: { remote: true }, revision: 1 });
    await expect(changePetitionSettings(chairman, setting)).rejects.toMatchObject({ key: "settings.changed" });
    const other = await petitionUnit(database);
    expect(await readPetitionSettings(other.chairman)).toMatchObject({ value: { remote: false } });
    const [audit] = await database.root<{ details: object }[]>`
      select details from audit_log where unit_id = ${unitId} and action = 'settings.change'`;
    expect(audit?.details).toEqual({ from: { remote: false }, to: { remote: true } });
  });
});
