import type { UnitCtx } from "@gandan/auth/unit-context";
import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { parseTerm } from "@gandan/calendar/term";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { addDay as addInput } from "@gandan/model/calendar/calendar-inputs";
import type { OwnDay } from "@gandan/model/calendar/own-days";
import { modelSource } from "@gandan/model/model/model-schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  fillProcedures,
  happened,
  moment,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { readDossier } from "../dossier/read-dossier";
import { loadCalendar } from "../outcome/load-judge";
import { rejudgeDue } from "../outcome/rejudge-due";
import { addDay, dropDay } from "./change-days";
import { readCalendar } from "./read-calendar";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-11-20T09:00";
const MONDAY = "2026-11-23";
const chairmanOf = (unitId: string, time = NOW) => actingAt(database, unitId, time, ["chairman"]);
const input = (revision: number, day: Partial<OwnDay> = {}) =>
  addInput.parse({
    revision,
    day: { date: MONDAY, kind: "off", name: "Nghỉ tránh bão", source: "Công văn số 5", ...day },
  });

/** When what is taken in on Friday morning with three working days is due. */
const dueOf = (ctx: UnitCtx) =>
  inUnit(ctx, async (_tx, sql) => {
    const calendar = await loadCalendar(sql, ctx.unitId, ctx.now);
    return toInstant(calendar.dueAt(toLocalMinute(moment(NOW)), parseTerm("3 working-days"))).toISOString();
  });

/** A unit whose model asks to be done within two working days, with one dossier that waits. */
async function unitWithWork() {
  const unitId = await newUnit(database.owner);
  const source = modelSource.parse({
    schema: 1,
    id: "nhanh",
    title: "Nhanh",
    rules: { nhanh: { kind: "dossier.finished-within", term: "2 working-days" } },
    scorecard: { min_n: 1, lines: [{ id: "nhanh", title: "Nhanh", points: 100, measured_by: ["nhanh"] }] },
  });
  await adoptOwn(database, unitId, "2026-01-01", null, source);
  const chairman = chairmanOf(unitId);
  await recordAll(chairman, [takenIn("A1", "2026-11-20T08:00", "2026-11-25T08:00")]);
  return chairman;
}

async function judgedNextAt(unitId: string): Promise<string | null> {
  const [row] = await database.root<{ at: Date | null }[]>`
    select next_judge_at as at from dossier where unit_id = ${unitId} and external_code = 'A1'`;
  return row?.at?.toISOString() ?? null;
}

describe("the calendar of a unit", () => {
  it("is laid over those above it: the nation's, the province's, its own; the nearest has the last word", async () => {
    const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
    const unitId = await newUnit(database.owner, { parentId: provinceId });
    const laid = {
      name: "Tỉnh",
      usual: {},
      entries: [
        { kind: "holiday", date: "2026-12-07", name: "Lễ của tỉnh", source: "Quyết định số 9", confirmed: false },
        { kind: "holiday", date: MONDAY, name: "Bão", source: "Công điện số 1", confirmed: true },
      ],
    };
    await database.root`
      insert into calendar_layer (unit_id, title, source)
      values (${provinceId}, 'Tỉnh', ${JSON.stringify(laid)}::text::jsonb)`;
    const chairman = chairmanOf(unitId);
    await recordAll(chairman, [takenIn("A2", "2026-11-19T08:00", "2026-11-23T10:00")]);
    await addDay(chairman, input(0, { kind: "off-afternoon", name: "Chỉ nghỉ chiều" }));

    const { days, known, revision } = await readCalendar(chairman, { year: 2026 });
    expect({ known, revision }).toEqual({ known: true, revision: 1 });
    expect(days.filter(({ date }) => date === MONDAY)).toMatchObject([
      { kind: "off", own: false, overruled: true, promised: 0, by: expect.stringMatching(/^Xã Thử/) },
      { kind: "off-afternoon", own: true, overruled: false, promised: 1, name: "Chỉ nghỉ chiều" },
    ]);
    expect(days.find(({ date }) => date === "2026-12-07")).toMatchObject({ own: false, confirmed: false });
    expect(days.find(({ date }) => date === "2026-09-02")).toMatchObject({ kind: "off", by: null, own: false });
    expect(days.find(({ date }) => date === "2026-08-22")).toMatchObject({ kind: "working", insteadOf: "2026-08-31" });
    expect([...days].map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort());
    expect(await readCalendar(chairman, { year: 2027 })).toMatchObject({ year: 2027, known: false });
    expect(await readCalendar(chairman, {})).toMatchObject({ year: 2026, years: [2023, 2024, 2025, 2026, 2027, 2028] });
  });

  it("tells terms by a day added, and as before once it is taken out; no other unit's", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    const other = chairmanOf(await newUnit(database.owner));
    // 24/11 is a holiday of the nation.
    const before = "2026-11-26T02:00:00.000Z";
    expect(await dueOf(chairman)).toBe(before);
    await addDay(chairman, input(0));
    expect(await dueOf(chairman)).toBe("2026-11-27T02:00:00.000Z");
    expect(await dueOf(other)).toBe(before);
    await addDay(chairman, input(1, { date: "2026-11-28", kind: "working", insteadOf: MONDAY, name: "Làm bù" }));
    expect((await readCalendar(chairman, {})).dropped).toBeNull();
    await dropDay(chairman, { revision: 2, date: MONDAY });
    expect((await readCalendar(chairman, {})).dropped).toEqual(input(0).day);
    expect((await readCalendar(other, {})).dropped).toBeNull();
    expect(await dueOf(chairman)).toBe(before);
    expect((await auditLog(database, chairman.unitId)).map(({ action, subject }) => [action, subject])).toEqual(
      Array(3).fill(["settings.change", "calendar"]),
    );
  });

  it("lets what waits be judged by it, and leaves what was judged", async () => {
    const chairman = await unitWithWork();
    await recordAll(chairman, [
      takenIn("A3", "2026-11-16T08:00", "2026-11-19T08:00", [happened("2026-11-19T08:00", { type: "finished" })]),
    ]);
    const outcomes = () => database.root`
      select d.external_code, o.bits::text, o.judged_at from dossier_outcome o join dossier d
        on d.unit_id = o.unit_id and d.id = o.dossier_id where d.unit_id = ${chairman.unitId} and d.external_code = 'A3'`;
    const ended = await outcomes();
    expect(await judgedNextAt(chairman.unitId)).toBe("2026-11-25T01:01:00.000Z");
    await addDay(chairman, input(0));
    expect(await judgedNextAt(chairman.unitId)).toBe(chairman.now.toISOString());
    expect(await rejudgeDue(chairman, chairman.now)).toBe(1);
    expect(await judgedNextAt(chairman.unitId)).toBe("2026-11-26T01:01:00.000Z");
    expect(await outcomes()).toEqual(ended);
  });

  it("is doubted by a dossier that is promised on a day off, or in a year whose holidays nobody knows", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    await recordAll(chairman, [
      takenIn("B1", "2026-11-19T08:00", "2026-11-23T10:00"),
      takenIn("B2", "2026-11-19T08:00", "2027-02-08T10:00"),
      takenIn("B3", "2026-11-16T08:00", "2026-11-23T10:00", [happened("2026-11-19T08:00", { type: "finished" })]),
    ]);
    const doubts = async () => {
      const rows = await database.root<{ id: string }[]>`
        select id from dossier where unit_id = ${chairman.unitId} order by external_code`;
      const views = await Promise.all(rows.map(({ id }) => readDossier(chairman, { dossierId: id })));
      return views.map(({ doubt }) => doubt);
    };
    expect(await doubts()).toEqual([null, "unknown-holidays", null]);
    await addDay(chairman, input(0, { kind: "off-morning" }));
    expect(await doubts()).toEqual([null, "unknown-holidays", null]);
    await dropDay(chairman, { revision: 1, date: MONDAY });
    await addDay(chairman, input(2));
    expect(await doubts()).toEqual(["day-off", "unknown-holidays", null]);
  });

  it("changes no day that has passed, none twice, and nothing that somebody else changed meanwhile", async () => {
    const chairman = chairmanOf(await newUnit(database.owner));
    await expect(addDay(chairman, input(0, { date: "2026-11-19" }))).rejects.toMatchObject({ key: "calendar.past" });
    await expect(addDay(chairman, input(0, { date: "2029-01-01" }))).rejects.toMatchObject({
      key: "calendar.tooFar",
      details: { last: "31/12/2028" },
    });
    await addDay(chairman, input(0, { date: "2026-11-20" }));
    await expect(addDay(chairman, input(1, { date: "2026-11-20" }))).rejects.toMatchObject({
      key: "calendar.dayExists",
      details: { date: "20/11/2026" },
    });
    await expect(addDay(chairman, input(0))).rejects.toMatchObject({ key: "settings.changed" });
    await expect(dropDay(chairman, { revision: 1, date: MONDAY })).rejects.toMatchObject({
      key: "calendar.dayNotFound",
    });
    const later = { ...chairman, now: moment("2026-11-21T00:10") };
    await expect(dropDay(later, { revision: 1, date: "2026-11-20" })).rejects.toMatchObject({ key: "calendar.past" });
    expect((await readCalendar(chairman, {})).days.filter(({ own }) => own)).toHaveLength(1);
    const both = await Promise.allSettled([
      addDay(chairman, input(1)),
      addDay(chairman, input(1, { kind: "working", insteadOf: "2026-11-24" })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is read by the desk, changed by those who may, and by nobody from elsewhere or in a unit that is no more", async () => {
    const unitId = await newUnit(database.owner);
    const desk = actingAt(database, unitId, NOW);
    expect(await readCalendar(desk, {})).toMatchObject({ mayChange: false });
    await expect(addDay(desk, input(0))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const stranger = { ...chairmanOf(await newUnit(database.owner)), unitId };
    await expect(readCalendar(stranger, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(addDay(stranger, input(0))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(dropDay(stranger, { revision: 0, date: MONDAY })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const ended = chairmanOf(await newUnit(database.owner, { validTo: "2025-07-01" }));
    await expect(addDay(ended, input(0))).rejects.toMatchObject({ key: "unit.ended" });
  });
});
