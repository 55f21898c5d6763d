import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { type AppraiseIndex, indexRanking } from "@gandan/model/index/index-inputs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actingAt, auditLog, fillProcedures, moment } from "../dossier/dossier-test-unit";
import { appraiseIndex } from "./appraise-index";
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

/** A round in which the commune has entered yes (2 points) and half of the survey (2 of 4). */
async function entered() {
  const round = await roundOf(database);
  const keeper = actingAt(database, round.unitId, TIME, ["model-keeper"]);
  await enterIndex(keeper, value(round.frameId, "co-khong", 1));
  await enterIndex(keeper, value(round.frameId, "hai-mot", 0.5));
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${round.unitId}`;
  const officer = actingAt(database, round.provinceId, TIME, ["oversight-officer"]);
  return { ...round, keeper, officer, slug: unit!.slug };
}

type Leaf = AppraiseIndex["leaves"][number];
const leaf = (id: string, points: Leaf["points"], rest: Partial<Leaf> = {}): Leaf => ({
  leaf: id,
  points,
  reason: "",
  self: null,
  seen: null,
  ...rest,
});
const keysOf = (answer: Awaited<ReturnType<typeof appraiseIndex>>) =>
  "problems" in answer ? answer.problems.map(({ leaf, key }) => [leaf, key]) : answer;

test("an office appraises with reasons; commune and ranking see both points, and which count", async () => {
  const { unitId, provinceId, officer, keeper, slug } = await entered();
  const leaves = [leaf("co-khong", 2, { self: 2 }), leaf("hai-mot", 1, { self: 2, reason: "Chỉ có 25% phiếu hợp lệ" })];
  expect(await appraiseIndex(officer, { below: slug, leaves })).toEqual({ saved: ["co-khong", "hai-mot"] });
  const own = (await readOwnIndex(keeper, {})).round!.assessment;
  expect(own).toMatchObject({ self: 4, total: 3, leaves: { appraised: 2 }, appraisedAt: moment(TIME) });
  expect(own.nodes.find(({ id }) => id === "hai-mot")).toMatchObject({
    self: 2,
    decided: 1,
    differences: 1,
    appraised: { points: 1, reason: "Chỉ có 25% phiếu hợp lệ" },
  });
  const { round } = await readIndexRanking(officer, indexRanking.parse({}));
  expect(round?.units[0]).toMatchObject({ id: unitId, self: 4, total: 3, appraised: 2, fields: [2, 1] });
  const page = await readIndexOfUnit(officer, { below: slug });
  expect(page).toMatchObject({ rank: 1, mayAppraise: true, assessment: { self: 4, total: 3 } });
  const log = await database.root`
    select action, subject, details from audit_log where unit_id = ${provinceId} order by seq`;
  expect(log).toMatchObject([
    { action: "index.appraise", subject: unitId, details: { leaves: [{ leaf: "co-khong" }, { points: 1, self: 2 }] } },
  ]);
  // The unit below is told, not written in.
  expect((await auditLog(database, unitId)).filter(({ action }) => action === "index.appraise")).toEqual([]);
});

test("an appraisal moves the ranking", async () => {
  const { unitId, provinceId, frameId, officer, slug } = await entered();
  const second = await newUnit(database.owner, { parentId: provinceId });
  await enterIndex(actingAt(database, second, TIME, ["chairman"]), value(frameId, "hai-mot", 0.75));
  const order = async () => {
    const { round } = await readIndexRanking(officer, indexRanking.parse({}));
    return round!.units.map(({ id }) => id);
  };
  expect(await order()).toEqual([unitId, second]);
  await appraiseIndex(officer, {
    below: slug,
    leaves: [leaf("co-khong", 0, { self: 2, reason: "Không có minh chứng" })],
  });
  expect(await order()).toEqual([second, unitId]);
});

test("points outside the leaf, without a reason, or against another self-score are refused, and nothing is saved", async () => {
  const { provinceId, officer, keeper, frameId, slug } = await entered();
  const answer = await appraiseIndex(officer, {
    below: slug,
    leaves: [
      leaf("co-khong", 1, { self: 2, reason: "Nửa vời" }),
      leaf("hai-mot", 5, { self: 2, reason: "Quá mức" }),
      leaf("dung-han", 1),
      leaf("khong-co", 1),
    ],
  });
  expect(keysOf(answer)).toEqual([
    ["co-khong", "index.pointLevels"],
    ["hai-mot", "index.tooManyPoints"],
    ["dung-han", "index.reasonMissing"],
    ["khong-co", "index.leafNotFound"],
  ]);
  await enterIndex({ ...keeper, now: moment("2026-11-20T09:30") }, value(frameId, "hai-mot", 1, moment(TIME)));
  const stale = await appraiseIndex(officer, { below: slug, leaves: [leaf("hai-mot", 2, { self: 2 })] });
  expect(keysOf(stale)).toEqual([["hai-mot", "index.selfChanged"]]);
  const [{ n } = { n: -1 }] = await database.root`
    select count(*)::int as n from index_appraisal where unit_id = ${provinceId}`;
  expect(n).toBe(0);
});

test("what facts fill is appraised against the facts; the office may find that a leaf does not apply", async () => {
  const { unitId, officer, slug } = await entered();
  await twelveDossiers(database, unitId);
  const answer = await appraiseIndex(officer, { below: slug, leaves: [leaf("dung-han", "left-out", { self: 3 })] });
  expect(keysOf(answer)).toEqual([["dung-han", "index.reasonMissing"]]);
  const reasoned = leaf("dung-han", "left-out", { self: 3, reason: "Số liệu năm trước" });
  expect(await appraiseIndex(officer, { below: slug, leaves: [reasoned] })).toEqual({ saved: ["dung-han"] });
  const { assessment } = await readIndexOfUnit(officer, { below: slug });
  expect(assessment.self).toBe(7);
  expect(assessment.total).toBeCloseTo((4 / 6) * 10, 10);
});

test("who may not appraise is refused; a unit elsewhere is not found; an ended office no longer writes", async () => {
  const { unitId, officer, keeper, slug } = await entered();
  const other = await entered();
  const leaves = [leaf("co-khong", 2, { self: 2 })];
  await expect(appraiseIndex(keeper, { below: slug, leaves })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const chairman = actingAt(database, unitId, TIME, ["chairman"]);
  await expect(appraiseIndex(chairman, { below: slug, leaves })).rejects.toMatchObject({ code: "FORBIDDEN" });
  // A role above gives nothing inside: neither in the unit below nor in another province.
  await expect(appraiseIndex({ ...officer, unitId }, { below: slug, leaves })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await expect(appraiseIndex(officer, { below: other.slug, leaves })).rejects.toMatchObject({ key: "unit.outside" });
  await database.root`update unit set valid_to = '2026-11-01' where id = ${other.provinceId}`;
  await expect(appraiseIndex(other.officer, { below: other.slug, leaves })).rejects.toMatchObject({
    key: "unit.ended",
  });
  const rows = await database.root`
    select 1 from index_appraisal where unit_id in (${officer.unitId}, ${other.provinceId}, ${unitId})`;
  expect(rows).toHaveLength(0);
});

test("a unit that ended within the year is still appraised, one that ended before is not in the round", async () => {
  const { officer, provinceId, unitId, slug } = await entered();
  await database.root`update unit set valid_to = '2026-07-01' where id = ${unitId}`;
  const leaves = [leaf("co-khong", 2, { self: 2 })];
  expect(await appraiseIndex(officer, { below: slug, leaves })).toEqual({ saved: ["co-khong"] });
  const gone = await newUnit(database.owner, { parentId: provinceId, validTo: "2025-07-01" });
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${gone}`;
  await expect(appraiseIndex(officer, { below: unit!.slug, leaves })).rejects.toMatchObject({ key: "unit.outside" });
});

test("two people at one leaf: the second is told; who looked may change it; the unit no longer may", async () => {
  const { officer, keeper, frameId, slug } = await entered();
  await appraiseIndex(officer, { below: slug, leaves: [leaf("co-khong", 2, { self: 2 })] });
  const later = { ...officer, now: moment("2026-11-20T10:00") };
  const change = (seen: Date | null) =>
    appraiseIndex(later, { below: slug, leaves: [leaf("co-khong", 0, { self: 2, reason: "Thiếu", seen })] });
  expect(keysOf(await change(null))).toEqual([["co-khong", "index.changed"]]);
  expect(await change(moment(TIME))).toEqual({ saved: ["co-khong"] });
  // Sent again as it is, nothing is written a second time.
  expect(await change(moment(TIME))).toEqual({ saved: [] });
  const again = await enterIndex({ ...keeper, now: later.now }, value(frameId, "co-khong", 0, moment(TIME)));
  expect(again).toEqual({ problems: [{ leaf: "co-khong", key: "index.alreadyAppraised", details: {} }] });
});

test("of two offices above, each ranks by its own appraisal; the unit is told what the higher one decided", async () => {
  const { unitId, provinceId, officer, keeper, slug } = await entered();
  const clusterId = await newUnit(database.owner, { level: "cluster", parentId: provinceId });
  await database.root`
    insert into unit_ancestors (ancestor_id, descendant_id, depth, valid_from) values (${clusterId}, ${unitId}, 1, '2020-01-01')`;
  await database.root`
    update unit_ancestors set depth = 2 where ancestor_id = ${provinceId} and descendant_id = ${unitId}`;
  const near = actingAt(database, clusterId, TIME, ["oversight-officer"]);
  const lower = [leaf("co-khong", 0, { self: 2, reason: "Cụm: thiếu minh chứng" })];
  expect(await appraiseIndex(near, { below: slug, leaves: lower })).toEqual({ saved: ["co-khong"] });
  const decided = async () => {
    const { nodes } = (await readOwnIndex(keeper, {})).round!.assessment;
    return nodes.find(({ id }) => id === "co-khong")?.appraised?.points;
  };
  expect(await decided()).toBe(0);
  await appraiseIndex(officer, { below: slug, leaves: [leaf("co-khong", 2, { self: 2 })] });
  expect(await decided()).toBe(2);
  const totalFor = async (who: typeof officer) =>
    (await readIndexRanking(who, indexRanking.parse({}))).round?.units.find(({ id }) => id === unitId)?.total;
  expect([await totalFor(near), await totalFor(officer)]).toEqual([2, 4]);
});
