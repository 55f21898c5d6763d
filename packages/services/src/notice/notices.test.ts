import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { changeNoticeChoice as choiceInput, listNotices as filters } from "@gandan/model/notice/notice-inputs";
import { MAIL_KINDS } from "@gandan/model/notice/notice-kinds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditLog, fillProcedures, happened, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { countUnread, listNotices } from "./list-notices";
import { changeNoticeChoice, readNoticeChoice } from "./notice-choice";
import { addPerson, remindedUnit } from "./notice-test-unit";
import { readNotices, unreadNotices } from "./read-notices";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const MORNING = "2026-11-18T07:05";

/** Three dossiers of Lan's, two of nobody's, all reminded of and late since Wednesday morning. */
async function tellingUnit() {
  const unit = await remindedUnit(database);
  const taken = (code: string, officer: string | null) =>
    takenIn(code, "2026-11-12T08:20", "2026-11-17T08:20", [], { officer });
  await recordAll(unit.desk("2026-11-12T08:20"), [
    ...["A1", "A2", "A3"].map((code) => taken(code, "Lê Thị Lan")),
    ...["B1", "B2"].map((code) => taken(code, null)),
  ]);
  await unit.tick("2026-11-16T08:20");
  await unit.tick("2026-11-18T07:00");
  const of = async (person: typeof unit.lan, query: Record<string, unknown> = {}) => {
    const { notices, total } = await listNotices(person(MORNING), filters.parse(query));
    expect(total).toBe(notices.length);
    return notices.map(({ code, kind }) => `${code} ${kind}`).sort();
  };
  return { ...unit, of };
}

describe("a person's reminders", () => {
  it("are those of the officer, of the desk, of the chairman; none of anybody else", async () => {
    const unit = await tellingUnit();
    expect(await unit.of(unit.lan)).toEqual(["A1", "A2", "A3", "B1", "B2"].map((code) => `${code} before-due`));
    expect(await unit.of(unit.minh)).toEqual(["B1 before-due", "B2 before-due"]);
    expect(await unit.of(unit.chairman)).toEqual(["A1", "A2", "A3", "B1", "B2"].map((code) => `${code} late`));
    const inspector = await addPerson(database, unit.unitId, "Thanh tra", "inspector");
    await expect(unit.of(inspector)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(countUnread(inspector(MORNING))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const other = await tellingUnit();
    await other.of(other.lan);
    const strangers = { ...other.lan(MORNING), unitId: unit.unitId };
    await expect(listNotices(strangers, filters.parse({}))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are found by kind and by the beginning of the code", async () => {
    const unit = await tellingUnit();
    expect(await unit.of(unit.lan, { q: "a" })).toEqual(["A1 before-due", "A2 before-due", "A3 before-due"]);
    expect(await unit.of(unit.lan, { q: "%" })).toEqual([]);
    expect(await unit.of(unit.lan, { kind: "late" })).toEqual([]);
    expect(await unit.of(unit.chairman, { kind: "late", q: "B1" })).toEqual(["B1 late"]);
  });

  it("are counted until they are read or withdrawn; each person reads for themselves", async () => {
    const unit = await tellingUnit();
    const count = (person: typeof unit.lan) => countUnread(person(MORNING));
    expect([await count(unit.lan), await count(unit.minh), await count(unit.chairman)]).toEqual([5, 2, 5]);
    const { notices } = await listNotices(unit.lan(MORNING), filters.parse({ q: "B1" }));
    const noticeIds = notices.map(({ id }) => id);
    expect(await readNotices(unit.lan(MORNING), { noticeIds })).toMatchObject({ read: 1 });
    expect(await readNotices(unit.lan(MORNING), { noticeIds })).toMatchObject({ read: 0 });
    expect([await count(unit.lan), await count(unit.minh)]).toEqual([4, 2]);
    expect(await unit.of(unit.lan, { show: "all" })).toHaveLength(5);
    await recordAll(unit.desk("2026-11-18T07:10"), [
      { externalCode: "A1", events: [happened("2026-11-18T07:10", { type: "finished" })] },
    ]);
    expect([await count(unit.lan), await count(unit.chairman)]).toEqual([3, 4]);
    const all = await listNotices(unit.lan(MORNING), filters.parse({ show: "all", q: "A1" }));
    expect(all.notices).toMatchObject([{ withdrawn: true, read: false }]);
  });

  it("are read all at once as far as the page could show, and taken back as one", async () => {
    const unit = await tellingUnit();
    await readNotices(unit.chairman(MORNING), { until: moment("2026-11-18T06:59").toISOString() });
    expect(await countUnread(unit.chairman(MORNING))).toBe(5);
    const first = await listNotices(unit.chairman(MORNING), filters.parse({ q: "A1" }));
    await readNotices(unit.chairman(MORNING), { noticeIds: first.notices.map(({ id }) => id) });
    const { read, batch } = await readNotices(unit.chairman(MORNING), { until: moment(MORNING).toISOString() });
    expect([read, await countUnread(unit.chairman(MORNING))]).toEqual([4, 0]);
    expect(await unreadNotices(unit.minh(MORNING), { batch })).toEqual({ unread: 0 });
    expect(await unreadNotices(unit.chairman(MORNING), { batch })).toEqual({ unread: 4 });
    expect(await countUnread(unit.chairman(MORNING))).toBe(4);
    await readNotices(unit.lan(MORNING), { until: moment(MORNING).toISOString(), kind: "late" });
    expect(await countUnread(unit.lan(MORNING))).toBe(5);
  });

  it("cannot be read for somebody else", async () => {
    const unit = await tellingUnit();
    const { notices } = await listNotices(unit.chairman(MORNING), filters.parse({}));
    const noticeIds = notices.map(({ id }) => id);
    expect(await readNotices(unit.minh(MORNING), { noticeIds })).toMatchObject({ read: 0 });
    const other = await tellingUnit();
    expect(await readNotices(other.chairman(MORNING), { noticeIds })).toMatchObject({ read: 0 });
    expect(await countUnread(unit.chairman(MORNING))).toBe(5);
  });
});

describe("the choice of e-mail", () => {
  it("is nobody's until made; audited without the address; the model's times stand beside it", async () => {
    const unit = await remindedUnit(database);
    await database.root`
      update model_version set source = source || ${{ reminders: { before_due: ["2 working-days"] } } as never}::jsonb
      where unit_id = ${unit.unitId}`;
    await database.root`update staff set email = ${`${unit.unitId}@xa.example`} where name = 'Lê Thị Lan'
      and id in (select staff_id from staff_role where unit_id = ${unit.unitId})`;
    const lan = unit.lan(MORNING);
    expect(await readNoticeChoice(lan)).toMatchObject({
      address: `${unit.unitId}@xa.example`,
      mailOn: false,
      kinds: MAIL_KINDS,
      plan: { model: "Mô hình thử", sentence: { vi: expect.stringContaining("trước hạn 2 ngày làm việc;") } },
      mails: [],
    });
    await changeNoticeChoice(lan, { address: "lan@xa.example", mailOn: true, kinds: ["late"] });
    expect(await readNoticeChoice(lan)).toMatchObject({ address: "lan@xa.example", mailOn: true, kinds: ["late"] });
    expect((await readNoticeChoice((await remindedUnit(database)).lan(MORNING))).plan.model).toBeNull();
    expect(await readNoticeChoice(unit.minh(MORNING))).toMatchObject({ mailOn: false, address: "" });
    expect(await auditLog(database, unit.unitId)).toMatchObject([
      { action: "notice.choose", actor: lan.actor.staffId },
    ]);
    const [row] = await database.root`select details::text as text from audit_log where unit_id = ${unit.unitId}`;
    expect(row!.text).not.toContain("@");
  });

  it("takes an address where e-mail is wanted, and none for others", () => {
    const parse = (address: string, mailOn: boolean) => choiceInput.safeParse({ address, mailOn, kinds: [] }).success;
    expect([parse("", true), parse("", false), parse("lan", false), parse("a@b.vn, c@d.vn", true)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(parse("lan@xa.example", true)).toBe(true);
  });
});
