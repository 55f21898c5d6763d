import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installCatalogues } from "./install-catalogues";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const now = new Date("2026-08-20T02:00:00Z");
const layer = async () => {
  const rows = await database.root<{ source: typeof vietNamCalendar }[]>`select source from calendar_layer`;
  expect(rows).toHaveLength(1);
  return rows[0]!.source;
};

it("the national calendar is there once, and a newer release brings days to come without touching what was laid down", async () => {
  await installCatalogues(database, now);
  expect(await layer()).toEqual(vietNamCalendar);

  const laid = { kind: "holiday", date: "2026-09-01", name: "Khác", source: "Thông báo", confirmed: true };
  const older = {
    ...vietNamCalendar,
    covers: { from: "2023-01-01", to: "2025-12-31" },
    entries: [...vietNamCalendar.entries.filter(({ date }) => date < "2026-05-01"), laid],
  };
  await database.root`update calendar_layer set source = ${JSON.stringify(older)}::text::jsonb`;
  await installCatalogues(database, now);
  const { covers, entries } = await layer();
  expect(covers).toEqual(vietNamCalendar.covers);
  const expected = vietNamCalendar.entries
    // 1/5 has passed: what was judged without it stays.
    .filter(({ date }) => date !== "2026-05-01")
    .map((entry) => (entry.date === "2026-09-01" ? laid : entry));
  expect(entries).toEqual([...expected].sort((a, b) => (a.date < b.date ? -1 : 1)));
  await installCatalogues(database, now);
  expect((await layer()).entries).toEqual(entries);
});
