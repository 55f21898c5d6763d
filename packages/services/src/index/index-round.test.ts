import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { indexFrame } from "@gandan/model/index/index-frame";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  actingAt,
  adoptOwn,
  auditLog,
  fillProcedures,
  happened,
  moment,
  provinceWithYardstick,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { enterIndex } from "./enter-index";
import { readIndexOfUnit, readIndexRanking } from "./read-index-ranking";
import { readOwnIndex } from "./read-own-index";

const source = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung thử",
  year: 2026,
  level: "commune",
  total: 10,
  classes: [
    { id: "tot", title: "Tốt", from: 8 },
    { id: "yeu", title: "Yếu", from: 0 },
  ],
  fields: [
    {
      id: "mot",
      title: "Một",
      points: 6,
      criteria: [
        { id: "co-khong", title: "Có không", points: 2, leaf: { kind: "yes-no" } },
        {
          id: "dung-han",
          title: "Đúng hạn",
          points: 4,
          leaf: { kind: "ratio", measured_by: { yardstick: "dung-hen-lai" } },
        },
      ],
    },
    {
      id: "hai",
      title: "Hai",
      points: 4,
      criteria: [{ id: "hai-mot", title: "Hai", points: 4, leaf: { kind: "survey" } }],
    },
  ],
});

const TIME = "2026-11-20T09:00";
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

/** A province with yardstick and frame, and a commune below it. */
async function roundOf() {
  const { provinceId } = await provinceWithYardstick(database);
  const [frame] = await database.root<{ id: string }[]>`
    insert into index_frame (unit_id, slug, year, title, state, source, yaml, published_at)
    values (${provinceId}, 'khung', 2026, 'Khung thử', 'published', ${source as never}::jsonb, '', now()) returning id`;
  const unitId = await newUnit(database.owner, { parentId: provinceId });
  return { provinceId, unitId, frameId: frame!.id };
}

/** Twelve dossiers of a unit, three of them late, folded. */
async function twelveDossiers(unitId: string) {
  await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, TIME);
  const batch = Array.from({ length: 12 }, (_, i) =>
    takenIn(`${unitId}-${i}`, "2026-11-02T08:00", "2026-11-03T08:00", [
      happened(i < 3 ? "2026-11-04T08:00" : "2026-11-02T15:00", { type: "finished" }),
    ]),
  );
  await recordAll(ctx, batch);
  await foldRollups(ctx, moment(TIME));
}

const value = (frameId: string, leaf: string, entered: number | null, seen: Date | null = null) => ({
  frameId,
  leaf,
  value: entered,
  note: "Kế hoạch số 1",
  seen,
});

test("a unit enters its results; facts fill what they can; the sum follows", async () => {
  const { unitId, frameId } = await roundOf();
  await twelveDossiers(unitId);
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  expect(await enterIndex(keeper, value(frameId, "co-khong", 1))).toEqual({ points: 2 });
  expect(await enterIndex(keeper, value(frameId, "hai-mot", 0.5))).toEqual({ points: 2 });
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
  const { unitId, frameId } = await roundOf();
  const other = await roundOf();
  const desk = actingAt(database, unitId, TIME, ["desk-officer"]);
  await expect(enterIndex(desk, value(frameId, "co-khong", 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  await expect(enterIndex(keeper, value(other.frameId, "co-khong", 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(enterIndex(keeper, value(frameId, "khong-co", 1))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(enterIndex(keeper, value(frameId, "hai-mot", 1.5))).rejects.toMatchObject({ code: "INVALID" });
  const elsewhere = { ...keeper, unitId: other.unitId };
  await expect(enterIndex(elsewhere, value(other.frameId, "co-khong", 1))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const [{ n } = { n: -1 }] = await database.root`
    select count(*)::int as n from index_entry where unit_id in (${unitId}, ${other.unitId})`;
  expect(n).toBe(0);
});

test("an ended unit is read, not changed", async () => {
  const { provinceId, frameId } = await roundOf();
  const ended = await newUnit(database.owner, { parentId: provinceId, validTo: "2026-07-01" });
  const keeper = actingAt(database, ended, TIME, ["model-keeper"]);
  await expect(enterIndex(keeper, value(frameId, "co-khong", 1))).rejects.toMatchObject({ key: "unit.ended" });
  expect((await readOwnIndex(keeper, { year: 2026 })).round?.frameId).toBe(frameId);
});

test("two people at one leaf: the second is told, and nothing is overwritten unseen", async () => {
  const { unitId, frameId } = await roundOf();
  const keeper = actingAt(database, unitId, TIME, ["model-keeper"]);
  await enterIndex(keeper, value(frameId, "co-khong", 1));
  await expect(enterIndex(keeper, value(frameId, "co-khong", 0))).rejects.toMatchObject({ code: "CONFLICT" });
  await enterIndex({ ...keeper, now: moment("2026-11-20T09:10") }, value(frameId, "co-khong", 0, moment(TIME)));
  const { round } = await readOwnIndex(keeper, { year: 2026 });
  expect(round?.assessment.nodes.find(({ id }) => id === "co-khong")?.points).toBe(0);
});

test("the province ranks its own units, those without results last; a stranger's never appear", async () => {
  const { provinceId, unitId, frameId } = await roundOf();
  const idle = await newUnit(database.owner, { parentId: provinceId });
  const second = await newUnit(database.owner, { parentId: provinceId });
  const foreign = await roundOf();
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "co-khong", 1));
  await enterIndex(actingAt(database, unitId, TIME, ["chairman"]), value(frameId, "hai-mot", null));
  await enterIndex(actingAt(database, second, TIME, ["chairman"]), value(frameId, "hai-mot", 1));
  await enterIndex(actingAt(database, foreign.unitId, TIME, ["chairman"]), value(foreign.frameId, "co-khong", 1));
  const officer = actingAt(database, provinceId, TIME, ["oversight-officer"]);
  const { round } = await readIndexRanking(officer, { year: 2026 });
  expect(round?.units.map(({ id, rank }) => [id, rank])).toEqual([
    [second, 1],
    [unitId, 2],
    [idle, null],
  ]);
  // What does not apply (4 of 10 points) is left out: 2 of 6 points, scaled to 10.
  expect(round?.units[1]?.total).toBeCloseTo((2 / 6) * 10, 10);
  expect(round?.mean).toBeCloseTo((4 + (2 / 6) * 10) / 2, 10);

  const slugOf = async (id: string) => (await database.root`select slug from unit where id = ${id}`)[0]?.slug as string;
  const one = await readIndexOfUnit(officer, { year: 2026, below: await slugOf(second) });
  expect(one).toMatchObject({ rank: 1, ranked: 2, assessment: { total: 4 } });
  expect(one.assessment.nodes.find(({ id }) => id === "hai-mot")?.entered?.note).toBe("Kế hoạch số 1");
  const outside = { year: 2026, below: await slugOf(foreign.unitId) };
  await expect(readIndexOfUnit(officer, outside)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const commune = actingAt(database, unitId, TIME, ["chairman"]);
  await expect(readIndexRanking(commune, { year: 2026 })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
