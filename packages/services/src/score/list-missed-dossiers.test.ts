import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  fillProcedures,
  happened,
  moment,
  provinceWithYardstick,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { listMissedDossiers } from "./list-missed-dossiers";
import { readScore } from "./read-score";

const NOW = "2026-11-20T10:00";
const OCTOBER = { from: "2026-10-01", to: "2026-10-31", page: 1 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const late = (code: string, day: string, time = "08:00") =>
  takenIn(code, `${day}T${time}`, `${day}T16:00`, [happened("2026-11-12T09:00", { type: "finished" })], {
    applicantName: "Lò Thị Mai",
    phone: "0912 345 678",
  });

const batch = [
  late("last-of-september", "2026-09-30", "16:00"),
  late("first", "2026-10-01", "00:05"),
  late("middle", "2026-10-15"),
  late("last", "2026-10-31", "15:30"),
  late("first-of-november", "2026-11-01", "00:00"),
  takenIn("in-time", "2026-10-15T08:00", "2026-10-16T08:00", [happened("2026-10-15T16:00", { type: "finished" })]),
  takenIn("open-and-over", "2026-10-20T08:00", "2026-10-23T08:00"),
  takenIn("put-off", "2026-10-21T08:00", "2026-10-22T08:00", [
    happened("2026-10-21T16:00", { type: "reappointed", dueAt: moment("2026-10-26T16:00").toISOString() }),
    happened("2026-10-26T15:00", { type: "finished" }),
  ]),
];

async function unitWith(dossiers = batch) {
  const { provinceId, versionId: yardstickId } = await provinceWithYardstick(database);
  const unitId = await newUnit(database.owner, { parentId: provinceId });
  const versionId = await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, NOW);
  await recordAll(ctx, dossiers);
  await foldRollups(ctx, ctx.now);
  return { ctx, versionId, yardstickId, provinceId };
}

describe("listMissedDossiers", () => {
  it("lists the very dossiers that missed, latest first, each with its reason, and as many as the score says", async () => {
    const { ctx, versionId } = await unitWith();
    const found = await listMissedDossiers(ctx, { ...OCTOBER, versionId, ruleId: "dung-hen" });
    expect(found.dossiers.map(({ externalCode, judgement }) => [externalCode, judgement.reason.key])).toEqual([
      ["last", "dossier.late"],
      ["put-off", "dossier.late"],
      ["open-and-over", "dossier.lateOpen"],
      ["middle", "dossier.late"],
      ["first", "dossier.late"],
    ]);
    expect(found.dossiers.every(({ judgement }) => judgement.outcome === "missed")).toBe(true);
    const [card] = await readScore(ctx, OCTOBER);
    const rule = card!.explanation.lines.flatMap(({ rules }) => rules).find(({ id }) => id === "dung-hen");
    expect(found).toMatchObject({ total: 5, rule: { tally: rule!.tally, clause: "Mục II.1" }, title: card!.title });
    expect(rule!.tally.missed).toBe(5);
  });

  it("judges by the version asked for: what was put off in time did not miss the yardstick", async () => {
    const { ctx, yardstickId } = await unitWith();
    const found = await listMissedDossiers(ctx, { ...OCTOBER, versionId: yardstickId, ruleId: "dung-hen-lai" });
    expect(found.dossiers.map(({ externalCode }) => externalCode)).toEqual([
      "last",
      "open-and-over",
      "middle",
      "first",
    ]);
  });

  it("takes in the first and the last local day, and no other", async () => {
    const { ctx, versionId } = await unitWith();
    const on = async (from: string, to: string) =>
      (await listMissedDossiers(ctx, { from, to, page: 1, versionId, ruleId: "dung-hen" })).dossiers.map(
        ({ externalCode }) => externalCode,
      );
    expect(await on("2026-10-31", "2026-10-31")).toEqual(["last"]);
    expect(await on("2026-10-01", "2026-10-01")).toEqual(["first"]);
    expect(await on("2026-09-30", "2026-09-30")).toEqual(["last-of-september"]);
    expect(await on("2026-11-01", "2026-11-30")).toEqual(["first-of-november"]);
    expect(await on("2026-10-02", "2026-10-14")).toEqual([]);
  });

  it("tells no name and no phone number", async () => {
    const { ctx, versionId } = await unitWith();
    const text = JSON.stringify(await listMissedDossiers(ctx, { ...OCTOBER, versionId, ruleId: "dung-hen" }));
    expect(text).not.toMatch(/Mai|0912/);
  });

  it("shows 50 a page", async () => {
    const { ctx, versionId } = await unitWith(Array.from({ length: 70 }, (_, i) => late(`N-${i}`, "2026-10-15")));
    const pages = await Promise.all(
      [1, 2, 3].map((page) => listMissedDossiers(ctx, { ...OCTOBER, page, versionId, ruleId: "dung-hen" })),
    );
    expect(pages.map(({ dossiers, total }) => [dossiers.length, total])).toEqual([
      [50, 70],
      [20, 70],
      [0, 70],
    ]);
    expect(new Set(pages.flatMap(({ dossiers }) => dossiers.map(({ id }) => id))).size).toBe(70);
  });

  it("knows no version that does not judge this unit, or not then, and no rule that it lacks", async () => {
    const [mine, other] = [await unitWith(), await unitWith([])];
    const missing = { code: "NOT_FOUND", key: "rule.unknown" };
    const ask = (ctx: typeof mine.ctx, versionId: string, ruleId: string, period = OCTOBER) =>
      expect(listMissedDossiers(ctx, { ...period, versionId, ruleId })).rejects.toMatchObject(missing);
    await ask(other.ctx, mine.versionId, "dung-hen");
    await ask(other.ctx, mine.yardstickId, "dung-hen-lai");
    await ask(mine.ctx, crypto.randomUUID(), "dung-hen");
    await ask(mine.ctx, mine.versionId, "dung-hen-lai");
    await ask(mine.ctx, mine.versionId, "dung-hen", { from: "2025-01-01", to: "2025-12-31", page: 1 });
  });

  it("refuses who has no such right in the unit", async () => {
    const { ctx, versionId, provinceId } = await unitWith();
    const above = actingAt(database, provinceId, NOW, ["oversight-leader"]);
    for (const who of [actingAt(database, ctx.unitId, NOW, ["operator"]), { ...above, unitId: ctx.unitId }]) {
      await expect(listMissedDossiers(who, { ...OCTOBER, versionId, ruleId: "dung-hen" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });

  it("shows a neighbour under the same yardstick only its own", async () => {
    const { provinceId, yardstickId } = await unitWith();
    const neighbour = actingAt(database, await newUnit(database.owner, { parentId: provinceId }), NOW);
    const found = await listMissedDossiers(neighbour, { ...OCTOBER, versionId: yardstickId, ruleId: "dung-hen-lai" });
    expect(found).toMatchObject({ total: 0, dossiers: [] });
  });
});
