import { dayNumberOf } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unitWithModel } from "../rollup/rollup-test-unit";
import { loadCalendar } from "./load-judge";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const calendarOf = (scope: UnitScope, now: string) =>
  inUnit(scope, (_tx, sql) => loadCalendar(sql, scope.unitId, new Date(now)));

test("a calendar is compiled once for all who share it, and anew when a layer or the year changes", async () => {
  const [one, other] = [await unitWithModel(database), await unitWithModel(database)];
  const now = "2026-03-02T03:00:00Z";
  const monday = dayNumberOf("2026-03-09");
  const shared = await calendarOf(one, now);
  expect(await calendarOf(other, now)).toBe(shared);
  expect(shared.isWorkingDay(monday)).toBe(true);
  expect((await calendarOf(one, "2027-03-02T03:00:00Z")).range.to).toBe("2029-12-31");

  const closed = {
    name: "Nghỉ riêng",
    usual: {},
    entries: [{ kind: "holiday", date: "2026-03-09", name: "Nghỉ riêng", source: "thử", confirmed: true }],
  };
  await database.root`
    insert into calendar_layer (unit_id, title, source)
    values (${other.unitId}, 'Nghỉ riêng', ${JSON.stringify(closed)}::text::jsonb)`;
  expect((await calendarOf(other, now)).isWorkingDay(monday)).toBe(false);
  expect(await calendarOf(one, now)).toBe(shared);

  await database.root`
    update calendar_layer set source = jsonb_set(source, '{entries}', '[]'::jsonb) where unit_id = ${other.unitId}`;
  expect((await calendarOf(other, now)).isWorkingDay(monday)).toBe(true);
});
