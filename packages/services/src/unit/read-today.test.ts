import type { CalendarSource } from "@gandan/calendar/calendar-source";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { readToday } from "./read-today";

let database: TestDatabase;
let unitId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
  unitId = await newUnit(database.owner);
});
afterAll(() => database.drop());

it.each([
  ["before the office opens", "2026-11-23T06:00", "2026-11-23", true, 480],
  ["in the morning", "2026-11-23T09:50", "2026-11-23", true, 310],
  ["at noon", "2026-11-23T12:00", "2026-11-23", true, 210],
  ["at the last minute", "2026-11-23T16:59", "2026-11-23", true, 1],
  ["when it closes", "2026-11-23T17:00", "2026-11-23", true, 0],
  ["in the evening", "2026-11-23T23:59", "2026-11-23", true, 0],
  ["on the holiday", "2026-11-24T09:00", "2026-11-24", false, 0],
  ["on a Saturday worked instead of 31/8", "2026-08-22T16:00", "2026-08-22", true, 60],
  ["on Sunday", "2026-11-22T09:00", "2026-11-22", false, 0],
])("tells day and working time left %s", async (_name, time, today, working, leftMinutes) => {
  expect(await readToday(actingAt(database, unitId, time))).toMatchObject({ today, working, leftMinutes });
});

it.each([
  ["2026-11-09T10:00", null],
  ["2026-11-10T00:00", "2026-11-24"],
  ["2026-11-23T23:59", "2026-11-24"],
  ["2026-11-24T00:00", null],
])("from %s names the next weekday of rest within a fortnight: %s", async (time, nextRest) => {
  expect((await readToday(actingAt(database, unitId, time))).nextRest).toBe(nextRest);
});

it("goes by the layers of the calendar of the units above and its own, and no other unit's", async () => {
  const province = await newUnit(database.owner, { level: "province" });
  const [own, neighbour] = [
    await newUnit(database.owner, { parentId: province }),
    await newUnit(database.owner, { parentId: province }),
  ];
  const off = (date: string) =>
    ({
      name: "Riêng",
      usual: {},
      entries: [{ kind: "holiday", date, name: "Nghỉ tránh bão", source: "Công điện", confirmed: true }],
    }) satisfies CalendarSource;
  await database.root`
    insert into calendar_layer (unit_id, title, source) values
      (${province}, 'Tỉnh', ${off("2026-11-27") as never}::jsonb),
      (${own}, 'Xã', ${off("2026-11-26") as never}::jsonb)`;
  const next = async (unit: string) => (await readToday(actingAt(database, unit, "2026-11-25T08:00"))).nextRest;
  expect(await next(own)).toBe("2026-11-26");
  expect(await next(neighbour)).toBe("2026-11-27");
  expect(await next(unitId)).toBeNull();
  expect(await readToday(actingAt(database, own, "2026-11-26T08:00"))).toMatchObject({ working: false });
});

describe("a unit with hours of its own", () => {
  const span = (from: string, to: string, counts = true) => ({ from, to, receives: true, counts });
  const winter = [span("07:30", "11:30"), span("13:00", "16:30")];
  const hours = {
    name: "Riêng",
    usual: {
      1: winter,
      2: winter,
      3: winter,
      4: winter,
      5: [span("07:30", "11:00")],
      6: [span("07:30", "11:30")],
      7: [span("08:00", "10:15", false)],
    },
    entries: [
      { kind: "local-half-day", date: "2026-11-18", off: "afternoon", name: "Họp dân", source: "KH", confirmed: true },
    ],
  } satisfies CalendarSource;
  let own: string;
  beforeAll(async () => {
    own = await newUnit(database.owner);
    await database.root`
      insert into calendar_layer (unit_id, title, source) values (${own}, 'Xã', ${hours as never}::jsonb)`;
  });
  const told = async (time: string) => readToday(actingAt(database, own, time));

  it.each([
    ["on Monday", "2026-11-16T09:00", "2026-11-16T16:30", "2026-11-17", "2026-11-17T16:30"],
    ["on a day whose afternoon is off", "2026-11-18T09:00", "2026-11-18T11:30", "2026-11-19", "2026-11-19T16:30"],
    ["on its short Friday", "2026-11-20T09:00", "2026-11-20T11:00", "2026-11-21", "2026-11-21T11:30"],
    ["on Saturday morning", "2026-11-21T09:00", "2026-11-21T11:30", "2026-11-23", "2026-11-23T16:30"],
  ])("closes by its own calendar %s", async (_name, time, closes, next, nextCloses) => {
    expect(await told(time)).toMatchObject({
      working: true,
      open: true,
      closesAt: moment(closes),
      receivesUntil: null,
      next: { day: next, closesAt: moment(nextCloses) },
    });
  });

  it("is open up to the minute in which it closes", async () => {
    expect(await told("2026-11-16T06:00")).toMatchObject({ open: true, leftMinutes: 450 });
    expect(await told("2026-11-16T16:29")).toMatchObject({ open: true, leftMinutes: 1 });
    expect(await told("2026-11-16T16:30")).toMatchObject({ open: false, working: true, leftMinutes: 0 });
  });

  it("names the next working day beyond a holiday, and how long citizens are received on a day that does not count", async () => {
    expect(await told("2026-11-22T09:00")).toMatchObject({
      working: false,
      open: false,
      closesAt: null,
      receivesUntil: moment("2026-11-22T10:15"),
      next: { day: "2026-11-23" },
    });
    expect(await told("2026-11-24T09:00")).toMatchObject({
      working: false,
      closesAt: null,
      receivesUntil: null,
      next: { day: "2026-11-25", closesAt: moment("2026-11-25T16:30") },
    });
  });
});

it("refuses who has no role in the unit", async () => {
  const elsewhere = actingAt(database, await newUnit(database.owner), "2026-11-23T10:00");
  for (const who of [{ ...elsewhere, unitId }, actingAt(database, unitId, "2026-11-23T10:00", [])]) {
    await expect(readToday(who)).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
});
