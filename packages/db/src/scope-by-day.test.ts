import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inScope } from "./in-scope";
import { createTestDatabase, newUnit, type TestDatabase } from "./test-database";
import { rebuildAncestors } from "./unit/rebuild-ancestors";

const VERSION = "00000000-0000-4000-8000-0000000000aa";
/** The commune's life, and the days on which it is moved: within the province, then into another one, and back. */
const BORN = "2025-02-10";
const WITHIN = "2025-05-08";
const AWAY = "2025-07-15";
const BACK = "2025-09-01";
const ENDS = "2025-11-20";

let database: TestDatabase;
const units = { province: "", first: "", second: "", other: "", commune: "", steady: "", foreign: "" };

beforeAll(async () => {
  database = await createTestDatabase();
  const { owner, root } = database;
  units.province = await newUnit(owner, { level: "province" });
  units.first = await newUnit(owner, { level: "district", parentId: units.province });
  units.second = await newUnit(owner, { level: "district", parentId: units.province });
  units.other = await newUnit(owner, { level: "province" });
  units.commune = await newUnit(owner, { parentId: units.first, validFrom: BORN, validTo: ENDS });
  units.steady = await newUnit(owner, { parentId: units.first, validFrom: BORN, validTo: ENDS });
  units.foreign = await newUnit(owner);
  await root`delete from unit_parent where unit_id = ${units.commune}`;
  await root`
    insert into unit_parent (unit_id, parent_id, valid_from, valid_to) values
      (${units.commune}, ${units.first}, ${BORN}, ${WITHIN}), (${units.commune}, ${units.second}, ${WITHIN}, ${AWAY}),
      (${units.commune}, ${units.other}, ${AWAY}, ${BACK}), (${units.commune}, ${units.first}, ${BACK}, ${ENDS})`;
  await rebuildAncestors(owner.sql);
  for (const unitId of [units.commune, units.steady, units.foreign]) {
    await root`
      insert into rollup_day (unit_id, version_id, day, dossiers, met, missed, pending, not_applicable, as_of)
      select ${unitId}, ${VERSION}, '2025-01-01'::date + n, 1, '{1}', '{0}', '{0}', '{0}', now()
      from generate_series(0, 364) n`;
    await root`
      insert into rollup_month (unit_id, version_id, month, dossiers, met, missed, pending, not_applicable, as_of)
      select ${unitId}, ${VERSION}, date_trunc('month', day), sum(dossiers), '{1}', '{0}', '{0}', '{0}', now()
      from rollup_day where unit_id = ${unitId} group by 3`;
    await root`
      insert into rollup_reason (unit_id, version_id, month, rule_id, reason, procedure_group, n)
      select unit_id, version_id, month, 'r', 'dossier.late', 'birth', 1 from rollup_month where unit_id = ${unitId}`;
    await root`
      insert into adoption (unit_id, valid_from, valid_to, declined_reason)
      select ${unitId}, day::date, (day + interval '1 month')::date, to_char(day, 'YYYY-MM')
      from generate_series('2025-01-15'::date, '2025-11-15'::date, interval '1 month') day`;
  }
});
afterAll(() => database.drop());

/** Each scope with the spans, last day excluded, in which it was above the commune; its life reaches beyond its ends. */
const spans: Record<string, [string, string][]> = {
  province: [
    ["2000-01-01", AWAY],
    [BACK, "2100-01-01"],
  ],
  first: [
    ["2000-01-01", WITHIN],
    [BACK, "2100-01-01"],
  ],
  second: [[WITHIN, AWAY]],
  other: [[AWAY, BACK]],
  foreign: [],
  commune: [["2000-01-01", "2100-01-01"]],
};
const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const isBelow = (scope: string, day: string) => spans[scope]!.some(([from, to]) => from <= day && day < to);

const seen = (scope: string, text: string, unit: keyof typeof units = "commune") =>
  inScope({ db: { oversight: database.oversight }, unitId: units[scope as keyof typeof units] }, async (_tx, sql) => {
    const rows = await sql.unsafe<{ at: string }[]>(`${text} where unit_id = '${units[unit]}' order by 1`);
    return rows.map(({ at }) => at);
  });

describe.each(Object.keys(spans))("an office (%s) above a unit that was moved", (scope) => {
  it("sees the days on which it was above it, and no other", async () => {
    expect(await seen(scope, "select day::text as at from rollup_day")).toEqual(
      days.filter((day) => isBelow(scope, day)),
    );
  });

  it.each(["rollup_month", "rollup_reason"])("sees the months that are wholly its own in %s", async (table) => {
    const months = [...new Set(days.map((day) => day.slice(0, 7)))];
    const whole = months.filter((month) =>
      days.filter((day) => day.startsWith(month)).every((day) => isBelow(scope, day)),
    );
    expect(await seen(scope, `select to_char(month, 'YYYY-MM') as at from ${table}`)).toEqual(whole);
  });

  it("sees the answers that held on one of its days", async () => {
    const held = Array.from({ length: 11 }, (_, n) => n + 1).filter((month) => {
      const day = (at: number) => `2025-${String(at).padStart(2, "0")}-15`;
      return days.some((each) => day(month) <= each && each < day(month + 1) && isBelow(scope, each));
    });
    expect(await seen(scope, "select declined_reason as at from adoption")).toEqual(
      held.map((month) => `2025-${String(month).padStart(2, "0")}`),
    );
  });
});

it("sees all of a unit that was below it all its life, also what was imported from before", async () => {
  expect(await seen("province", "select day::text as at from rollup_day", "steady")).toEqual(days);
  expect(await seen("first", "select month::text as at from rollup_month", "steady")).toHaveLength(12);
  expect(await seen("other", "select day::text as at from rollup_day", "steady")).toEqual([]);
  expect(await seen("province", "select day::text as at from rollup_day", "foreign")).toEqual([]);
});

it("looks at dates only for units that were moved", async () => {
  const whole = await database.root<{ unit: string; whole: boolean }[]>`
    select descendant_id as unit, bool_and(from_start and to_end) as whole from unit_ancestors
    where ancestor_id = ${units.province} and depth > 0 and descendant_id in (${units.commune}, ${units.steady})
    group by 1`;
  expect(new Map(whole.map((row) => [row.unit, row.whole]))).toEqual(
    new Map([
      [units.commune, false],
      [units.steady, true],
    ]),
  );
  expect(await rebuildAncestors(database.owner.sql)).toEqual({ changed: 0 });
});
