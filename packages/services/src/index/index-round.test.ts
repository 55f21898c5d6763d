import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { indexRanking } from "@gandan/model/index/index-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actingAt, auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { enterIndex } from "./enter-index";
import { roundOf, TIME, twelveDossiers, value } from "./index-test-round";
import { readIndexOfUnit } from "./read-index-of-unit";
import { readIndexRanking } from "./read-index-ranking";
import { readOwnIndex } from "./read-own-index";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const ranking = (input: object = {}) => indexRanking.parse({ year: 2026, ...input });
const slugOf = async (id: string) => (await database.root`select slug from unit where id = ${id}`)[0]?.slug as string;

test("a unit enters its results; facts fill what they can; the sum follows", async () => {
  const { unitId, frameId } = await roundOf(database);
  await twelveDossiers(database, unitId);
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  expect(await enterIndex(keeper, value(frameId, "co-khong", 1))).toEqual({ saved: ["co-khong"] });
  expect(await enterIndex(keeper, value(frameId, "hai-mot", 0.5))).toEqual({ saved: ["hai-mot"] });
  const { round, years } = await readOwnIndex(keeper, { year: undefined });
  expect(years).toEqual([2026]);
  expect(round?.assessment.total).toBe(2 + 4 * 0.75 + 2);
  const filled = round?.assessment.nodes.find(({ id }) => id === "dung-han");
  expect(filled).toMatchObject({ counts: "filled", filled: { met: 9, n: 12, share: 0.75 } });
  expect(round?.reached?.id).toBe("yeu");
  const log = await auditLog(database, unitId);
  expect(log.filter(({ action }) => action === "index.enter").map(({ subject }) => subject)).toEqual([
    "co-khong",
    "hai-mot",
  ]);
});

test("who may not enter is refused, and a strange frame or leaf is not found", async () => {
  const { unitId, frameId } = await roundOf(database);
  const other = await roundOf(database);
  const desk = actingAt(database, unitId, TIME, ["desk-officer"]);
  await expect(enterIndex(desk, value(frameId, "co-khong", 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  await expect(enterIndex(keeper, value(other.frameId, "co-khong", 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const problem = async (leaf: string, entered: number) => {
    const answer = await enterIndex(keeper, value(frameId, leaf, entered));
    return "problems" in answer ? answer.problems.map(({ key }) => key) : [];
  };
  expect(await problem("khong-co", 1)).toEqual(["index.leafNotFound"]);
  expect(await problem("hai-mot", 1.5)).toEqual(["index.value"]);
  const elsewhere = { ...keeper, unitId: other.unitId };
  await expect(enterIndex(elsewhere, value(other.frameId, "co-khong", 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const [{ n } = { n: -1 }] = await database.root`
    select count(*)::int as n from index_entry where unit_id in (${unitId}, ${other.unitId})`;
  expect(n).toBe(0);
});

test("an ended unit is read, not changed", async () => {
  const { provinceId, frameId } = await roundOf(database);
  const ended = await newUnit(database.owner, { parentId: provinceId, validTo: "2026-07-01" });
  const keeper = actingAt(database, ended, TIME, ["model-keeper"]);
  await expect(enterIndex(keeper, value(frameId, "co-khong", 1))).rejects.toMatchObject({ key: "unit.ended" });
  expect((await readOwnIndex(keeper, { year: 2026 })).round).toMatchObject({ frameId, ended: true, mayEnter: false });
});

test("two people at one leaf: the second is told, and nothing is overwritten unseen", async () => {
  const { unitId, frameId } = await roundOf(database);
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  await enterIndex(keeper, value(frameId, "co-khong", 1));
  expect(await enterIndex(keeper, value(frameId, "co-khong", 0))).toEqual({
    problems: [{ leaf: "co-khong", key: "index.changed", details: {} }],
  });
  await enterIndex({ ...keeper, now: moment("2026-11-20T09:10") }, value(frameId, "co-khong", 0, moment(TIME)));
  const { round } = await readOwnIndex(keeper, { year: 2026 });
  expect(round?.assessment.nodes.find(({ id }) => id === "co-khong")?.self).toBe(0);
});

test("the province ranks its own units, those without results last; a stranger's never appear", async () => {
  const { provinceId, unitId, frameId } = await roundOf(database);
  const idle = await newUnit(database.owner, { parentId: provinceId });
  const second = await newUnit(database.owner, { parentId: provinceId });
  const foreign = await roundOf(database);
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "co-khong", 1));
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "hai-mot", "left-out"));
  await enterIndex(actingAt(database, second, TIME, ["chairman"]), value(frameId, "hai-mot", 1));
  await enterIndex(actingAt(database, foreign.unitId, TIME, ["chairman"]), value(foreign.frameId, "co-khong", 1));
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const { round } = await readIndexRanking(officer, ranking());
  expect(round?.units.map(({ id, rank }) => [id, rank])).toEqual([
    [second, 1],
    [unitId, 2],
    [idle, null],
  ]);
  // What does not apply (4 of 10 points) is left out: 2 of 6 points, scaled to 10.
  expect(round?.units[1]?.total).toBeCloseTo((2 / 6) * 10, 10);
  expect(round?.mean).toBeCloseTo((4 + (2 / 6) * 10) / 2, 10);

  const one = await readIndexOfUnit(officer, { year: 2026, below: await slugOf(second) });
  expect(one).toMatchObject({ rank: 1, ranked: 2, assessment: { total: 4 } });
  expect(one.assessment.nodes.find(({ id }) => id === "hai-mot")?.entered?.note).toBe("Kế hoạch số 1");
  const outside = { year: 2026, below: await slugOf(foreign.unitId) };
  await expect(readIndexOfUnit(officer, outside)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const commune = actingAt(database, unitId, TIME, ["chairman"]);
  await expect(readIndexRanking(commune, ranking())).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a whole field is saved at once, or nothing of it; what is unchanged is not written again", async () => {
  const { unitId, frameId } = await roundOf(database);
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  const leaf = (id: string, entered: number | "left-out" | null, note = "", seen: Date | null = null) => ({
    leaf: id,
    value: entered,
    note,
    seen,
  });
  const refused = await enterIndex(keeper, {
    frameId,
    leaves: [leaf("co-khong", 1), leaf("dung-han", "left-out"), leaf("hai-mot", null, "chỉ có căn cứ")],
  });
  expect(refused).toEqual({
    problems: [
      { leaf: "dung-han", key: "index.leftOutReason", details: {} },
      { leaf: "hai-mot", key: "index.valueMissing", details: {} },
    ],
  });
  expect((await readOwnIndex(keeper, {})).round?.assessment.leaves.answered).toBe(0);
  const first = {
    frameId,
    leaves: [leaf("co-khong", 1), leaf("dung-han", "left-out", "Không có hồ sơ"), leaf("hai-mot", null)],
  };
  expect(await enterIndex(keeper, first)).toEqual({ saved: ["co-khong", "dung-han"] });
  const { round } = await readOwnIndex(keeper, {});
  expect(round?.assessment).toMatchObject({ leaves: { all: 3, answered: 2 }, enteredAt: moment(TIME), answered: 6 });
  const again = {
    frameId,
    leaves: [
      leaf("co-khong", 1, "", moment(TIME)),
      leaf("hai-mot", 0.5),
      leaf("dung-han", "left-out", "Không có hồ sơ"),
    ],
  };
  expect(await enterIndex({ ...keeper, now: moment("2026-11-20T10:00") }, again)).toEqual({ saved: ["hai-mot"] });
  expect((await auditLog(database, unitId)).map(({ subject }) => subject)).toEqual(["co-khong dung-han", "hai-mot"]);
});

test("facts overrule an older entry that the leaf does not apply; with facts alone a unit stands in the ranking", async () => {
  const { provinceId, unitId, frameId } = await roundOf(database);
  const factsOnly = await newUnit(database.owner, { parentId: provinceId });
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "dung-han", "left-out"));
  for (const id of [unitId, factsOnly]) await twelveDossiers(database, id);
  const { round } = await readOwnIndex(actingAt(database, unitId, TIME, ["chairman"]), {});
  expect(round?.assessment.nodes.find(({ id }) => id === "dung-han")).toMatchObject({
    counts: "filled",
    self: 3,
    filled: { met: 9, n: 12 },
    entered: { points: null },
  });
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const below = await readIndexRanking(officer, ranking());
  expect(below.round?.units.map(({ id, total, answered }) => [id, total, answered])).toEqual([
    [unitId, 3, 4],
    [factsOnly, null, 4],
  ]);
});

test("totals and fields of the ranking are those of a plain sum over the tables", async () => {
  const { provinceId, frameId } = await roundOf(database);
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 0x7fffffff;
    return seed % below;
  };
  for (let i = 0; i < 12; i++) {
    const unitId = await newUnit(database.owner, { parentId: provinceId });
    const leaves = ["co-khong", "dung-han", "hai-mot"].flatMap((leaf) => {
      const kind = random(4);
      if (kind === 0) return [];
      const entered = kind === 1 ? ("left-out" as const) : leaf === "co-khong" ? random(2) : random(101) / 100;
      return [{ leaf, value: entered, note: "Báo cáo", seen: null }];
    });
    if (leaves.length > 0) await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), { frameId, leaves });
  }
  const plain = await database.root<{ id: string; total: number | null; one: number; two: number }[]>`
    select u.descendant_id as id,
      case when count(e.leaf) = 0 or sum(l.maximum) filter (where e.leaf is null or e.points is not null) = 0 then null
        else 10.0 * coalesce(sum(e.points), 0) / sum(l.maximum) filter (where e.leaf is null or e.points is not null)
        end::float8 as total,
      coalesce(sum(e.points) filter (where l.field = 'mot'), 0)::float8 as one,
      coalesce(sum(e.points) filter (where l.field = 'hai'), 0)::float8 as two
    from unit_ancestors u
    cross join (values ('co-khong', 'mot', 2), ('dung-han', 'mot', 4), ('hai-mot', 'hai', 4)) l(leaf, field, maximum)
    left join index_entry e on e.unit_id = u.descendant_id and e.frame_id = ${frameId} and e.leaf = l.leaf
    where u.ancestor_id = ${provinceId} and u.depth > 0 group by 1`;
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const { round } = await readIndexRanking(officer, ranking());
  expect(round?.units).toHaveLength(13);
  for (const { id, total, one, two } of plain) {
    const row = round!.units.find((unit) => unit.id === id)!;
    expect(row.total === null).toBe(total === null);
    expect(row.total ?? 0).toBeCloseTo(total ?? 0, 9);
    expect(row.fields[0] ?? 0).toBeCloseTo(one, 9);
    expect(row.fields[1] ?? 0).toBeCloseTo(two, 9);
  }
  const known = plain.flatMap(({ total }) => total ?? []);
  expect(round?.mean).toBeCloseTo(known.reduce((a, b) => a + b, 0) / known.length, 9);
});

test("the ranking is searched without accents, filtered, sorted and turned page by page; ranks stay those among all", async () => {
  const { provinceId, unitId: idle, frameId } = await roundOf(database);
  const add = async (name: string, code: string, share: number | null) => {
    const unitId = await newUnit(database.owner, { parentId: provinceId, name, code });
    if (share !== null) {
      const chairman = actingAt(database, unitId, TIME, ["chairman"]);
      await enterIndex(chairman, value(frameId, "hai-mot", share));
      await enterIndex(chairman, value(frameId, "dung-han", share));
      await enterIndex(chairman, value(frameId, "co-khong", 1));
    }
    return unitId;
  };
  const [dong, hai, am] = [
    await add("Phường Đông Hà", "90001", 1),
    await add("Xã Hải Lăng", "90002", 0.25),
    await add("Xã Ấm Thượng", "90003", 0.5),
  ];
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const idsOf = async (input: object) => {
    const { round } = await readIndexRanking(officer, ranking(input));
    return round!.units.map(({ id, rank }) => [id, rank]);
  };
  expect(await idsOf({ words: "dong ha" })).toEqual([[dong, 1]]);
  expect(await idsOf({ words: "90002" })).toEqual([[hai, 3]]);
  expect(await idsOf({ reached: "tot" })).toEqual([[dong, 1]]);
  expect(await idsOf({ reached: "not-handed-in" })).toEqual([[idle, null]]);
  const byField = [am, hai].map((id) => [id, id === am ? 2 : 3]);
  expect(await idsOf({ sort: "hai", direction: "down", words: "xa" })).toEqual([...byField, [idle, null]]);
  expect(await idsOf({ sort: "total", direction: "up" })).toEqual([
    [hai, 3],
    [am, 2],
    [dong, 1],
    [idle, null],
  ]);
  expect(await idsOf({ sort: "name", direction: "up" })).toEqual([
    [dong, 1],
    [am, 2],
    [hai, 3],
    [idle, null],
  ]);
  const { round } = await readIndexRanking(officer, ranking({ words: "xa", page: 9 }));
  expect(round).toMatchObject({ found: 3, all: 4, done: 3, page: 1, pages: 1, leaves: 3 });
});

test("pages hold fifty units, a table for download all of them", async () => {
  const { provinceId } = await roundOf(database);
  for (let i = 0; i < 51; i++) await newUnit(database.owner, { parentId: provinceId });
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const read = async (page: number | null) => (await readIndexRanking(officer, ranking({ page }))).round!;
  expect(await read(1)).toMatchObject({ page: 1, pages: 2, found: 52 });
  expect((await read(1)).units).toHaveLength(50);
  expect((await read(2)).units).toHaveLength(2);
  expect((await read(null)).units).toHaveLength(52);
});

test("people entering different leaves at once: the ranking counts them all", async () => {
  const { provinceId, unitId, frameId } = await roundOf(database);
  const unitIds = [unitId];
  for (let i = 0; i < 9; i++) unitIds.push(await newUnit(database.owner, { parentId: provinceId }));
  for (const id of unitIds) {
    const person = () => actingAt(database, id, TIME, ["chairman"]);
    await Promise.all(["co-khong", "dung-han", "hai-mot"].map((leaf) => enterIndex(person(), value(frameId, leaf, 1))));
  }
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const { round } = await readIndexRanking(officer, ranking());
  expect(round?.units.map(({ total }) => total)).toEqual(unitIds.map(() => 10));
});

test("entries that came without a sheet are ranked all the same", async () => {
  const { provinceId, unitId, frameId } = await roundOf(database);
  await database.root`
    insert into index_entry (unit_id, frame_id, leaf, points, entered_by)
    values (${unitId}, ${frameId}, 'hai-mot', 3, 'nhập'), (${unitId}, ${frameId}, 'co-khong', null, 'nhập')`;
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const rowOf = async () => (await readIndexRanking(officer, ranking())).round!.units[0];
  expect(await rowOf()).toMatchObject({ id: unitId, total: (3 / 8) * 10, fields: [null, 3] });
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "dung-han", 1));
  expect(await rowOf()).toMatchObject({ total: (7 / 8) * 10, fields: [4, 3] });
});
