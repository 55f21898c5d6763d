import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { parseTerm } from "@gandan/calendar/term";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAt, adoptOwn, fillProcedures, moment, recordAll, takenIn } from "../dossier/dossier-test-unit";
import { calendarByCode } from "./calendar-by-code";
import { layDays } from "./lay-days";
import { readCalendar } from "./read-calendar";

const HEADER = "date,kind,name,source,instead_of";
const TET = `${HEADER}
2027-02-05,off,Tết Nguyên đán,Thông báo số 1,
2027-02-08,off,"Tết Nguyên đán, bù",Thông báo số 1,
2027-02-20,working,Làm bù,Thông báo số 1,2027-02-05
`;
const now = moment("2026-11-20T09:00");

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const layers = () => database.root`select unit_id, source::text, updated_at from calendar_layer order by id`;
const codeOf = async (unitId: string) => {
  const [row] = await database.root<{ code: string }[]>`select code from unit_name where unit_id = ${unitId}`;
  return row!.code;
};
const chairmanOf = (unitId: string) => actingAt(database, unitId, "2026-11-20T09:00", ["chairman"]);

/** Day on which three working days from 3/2/2027 in the morning end. */
async function dueDay(code: string) {
  const received = moment("2027-02-03T09:00");
  const calendar = await calendarByCode(database.url, code, received);
  const due = calendar.dueAt(toLocalMinute(received), parseTerm("3 working-days"));
  return { due: localDateOf(due), at: toInstant(due).toISOString(), knownTo: calendar.knownTo };
}

describe("days laid into a calendar by the operator", () => {
  it("hold for the whole country, twice the same, and are noted", async () => {
    const code = await codeOf(await newUnit(database.owner));
    expect(await dueDay(code)).toEqual({ due: "2027-02-08", at: "2027-02-08T02:00:00.000Z", knownTo: "2026-12-31" });
    const first = await layDays(database.url, { content: TET, knownTo: "2027-12-31" }, now);
    expect(first).toEqual({ days: 3, added: 3, changed: 0, units: 0, errors: [] });
    expect(await dueDay(code)).toMatchObject({ due: "2027-02-10", knownTo: "2027-12-31" });
    const kept = await layers();
    expect(await layDays(database.url, { content: TET }, now)).toMatchObject({ added: 0, changed: 0 });
    expect(await layers()).toEqual(kept);
    const other = TET.replace("2027-02-08,off", "2027-02-08,off-morning");
    expect(await layDays(database.url, { content: other }, now)).toMatchObject({ added: 0, changed: 1 });
    expect((await dueDay(code)).due).toBe("2027-02-09");
    const noted = await database.root`select details from audit_log where action = 'calendar.lay' order by seq`;
    expect(noted.map(({ details }) => details)).toMatchObject([
      { added: 3, changed: 0 },
      { added: 0, changed: 1 },
    ]);
  });

  it("hold for a unit and all below it, whose waiting dossiers are judged anew; not beside it", async () => {
    const provinceId = await newUnit(database.owner, { level: "province", type: "tỉnh" });
    const [below, beside] = [await newUnit(database.owner, { parentId: provinceId }), await newUnit(database.owner)];
    for (const unitId of [below, beside]) {
      await adoptOwn(database, unitId);
      await recordAll(chairmanOf(unitId), [takenIn("A1", "2026-11-20T08:00", "2026-11-25T08:00")]);
    }
    const content = `${HEADER}\n2026-11-23,off,Bão,Công điện số 2,\n`;
    const laid = await layDays(database.url, { content, unitCode: await codeOf(provinceId) }, now);
    expect(laid).toMatchObject({ added: 1, units: 1 });
    const judged = await database.root<{ unitId: string; now: boolean }[]>`
      select unit_id as "unitId", next_judge_at = ${now} as now from dossier where unit_id in (${below}, ${beside})`;
    expect(new Map(judged.map((row) => [row.unitId, row.now]))).toEqual(
      new Map([
        [below, true],
        [beside, false],
      ]),
    );
    const storm = async (unitId: string) =>
      (await readCalendar(chairmanOf(unitId), {})).days.filter(({ name }) => name === "Bão");
    expect(await storm(below)).toMatchObject([{ date: "2026-11-23", own: false }]);
    expect(await storm(beside)).toEqual([]);
  });

  it("are all refused where one is wrong, with line and column", async () => {
    const before = await layers();
    const content = `${HEADER}
2026-12-24,off,Nghỉ,Văn bản,
2026-11-19,off,Hôm qua,Văn bản,
2026-02-30,off,Không có,Văn bản,
2026-12-25,away,Nghỉ,Văn bản,
2026-12-26,working,Làm bù,Văn bản,
2026-12-24,off,Nghỉ nữa,Văn bản,
2026-12-28,off,,Văn bản,
2026-12-29,off,Nghỉ
`;
    const { errors, added } = await layDays(database.url, { content }, now);
    expect(added).toBe(0);
    expect(errors.map(({ line, column, key }) => [line, column, key])).toEqual([
      [3, "date", "dayFile.past"],
      [4, "date", "dayFile.wrong"],
      [5, "kind", "dayFile.wrong"],
      [6, "instead_of", "dayFile.wrong"],
      [7, "date", "unitFile.duplicate"],
      [8, "name", "unitFile.empty"],
      [9, null, "unitFile.fields"],
    ]);
    expect((await layDays(database.url, { content: "a,b\n1,2\n" }, now)).errors).toMatchObject([
      { line: 1, key: "unitFile.header" },
    ]);
    await expect(layDays(database.url, { content: TET, unitCode: "99999" }, now)).rejects.toMatchObject({
      key: "unit.notFound",
    });
    expect(await layers()).toEqual(before);
  });
});
