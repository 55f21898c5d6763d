import type { UnitCtx } from "@gandan/auth/unit-context";
import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { foldDossier } from "@gandan/model/dossier/fold-dossier";
import type { ModelSource } from "@gandan/model/model/model-schema";
import { emptyTally, type Tally } from "@gandan/model/outcome/tally";
import { compileModel } from "@gandan/model/rules/compile-model";
import { scoreModel } from "@gandan/model/score/score-model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  actingAt,
  adoptOwn,
  fillProcedures,
  happened,
  ownModel,
  provinceWithYardstick,
  recordAll,
  takenIn,
  yardstick,
} from "../dossier/dossier-test-unit";
import type { DossierIntake } from "../dossier/record-dossiers";
import { foldRollups } from "../rollup/fold-rollups";
import { readScore } from "./read-score";

const NOW = "2026-11-20T10:00";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const calendar = compileCalendar([vietNamCalendar], { from: "2026-01-01", to: "2027-12-31" });
const dayIn = (month: string, day: number) => `${month}-${String(day).padStart(2, "0")}`;

/** Three months of dossiers: in time, late, asked for papers twice, still open, waiting and withdrawn. */
const batch: DossierIntake[] = ["2026-09", "2026-10", "2026-11"].flatMap((month) =>
  Array.from({ length: 18 }, (_, i) => {
    const [day, due, after] = [dayIn(month, i + 1), dayIn(month, i + 4), dayIn(month, i + 2)];
    const asked = (date: string) => [
      happened(`${date}T09:00`, { type: "supplement-requested" }),
      happened(`${date}T10:00`, { type: "supplemented" }),
    ];
    const lives: DossierEvent[][] = [
      [happened(`${after}T15:00`, { type: "finished" })],
      [happened(`${dayIn(month, i + 6)}T09:00`, { type: "finished" })],
      [...asked(day), ...asked(after), happened(`${due}T07:30`, { type: "finished" })],
      [],
      [happened(`${after}T09:00`, { type: "supplement-requested" })],
      [happened(`${after}T09:00`, { type: "withdrawn" })],
    ];
    return takenIn(`${month}-${i}`, `${day}T08:00`, `${due}T08:00`, lives[i % lives.length]);
  }),
);

/** Counts anew from the events, one dossier after the other. */
function recount(source: ModelSource, from: string, to: string): { dossiers: number; tallies: Map<string, Tally> } {
  const compiled = compileModel(source, { calendar, registered: new Set() });
  const asOf = toLocalMinute(new Date(`${NOW}:00+07:00`));
  const tallies = new Map(compiled.dossierRuleIds.map((id) => [id, emptyTally()]));
  let dossiers = 0;
  for (const { events } of batch) {
    const facts = foldDossier(events, { calendar, groupOf: () => "certification" });
    const day = localDateOf(facts.receivedAt);
    if (day < from || day > to) continue;
    dossiers++;
    compiled.judgeDossier(facts, asOf).forEach(({ outcome }, i) => {
      const tally = tallies.get(compiled.dossierRuleIds[i]!)!;
      tally[outcome === "not-applicable" ? "notApplicable" : outcome]++;
    });
  }
  return { dossiers, tallies };
}

async function unitWithDossiers() {
  const { provinceId, versionId: yardstickId } = await provinceWithYardstick(database);
  const unitId = await newUnit(database.owner, { parentId: provinceId });
  const versionId = await adoptOwn(database, unitId);
  const ctx = actingAt(database, unitId, NOW, ["chairman"]);
  await recordAll(ctx, batch);
  await foldRollups(ctx, ctx.now);
  return { ctx, versionId, yardstickId, provinceId };
}

describe("readScore", () => {
  let unit: { ctx: UnitCtx; versionId: string; yardstickId: string; provinceId: string };
  beforeAll(async () => {
    unit = await unitWithDossiers();
  });

  it.each([
    ["a whole month", "2026-10-01", "2026-10-31"],
    ["all months", "2026-09-01", "2026-11-30"],
    ["from the middle of one month into the next", "2026-09-10", "2026-10-05"],
    ["a month between two edges", "2026-09-18", "2026-11-01"],
    ["one day", "2026-10-03", "2026-10-03"],
    ["the last of a month to the first of the next", "2026-09-30", "2026-10-01"],
    ["a day on which nothing came", "2026-10-30", "2026-10-30"],
  ])("tells what a recount tells: %s", async (_name, from, to) => {
    const cards = await readScore(unit.ctx, { from, to });
    expect(cards.map((card) => [card.versionId, card.yardstick, card.from, card.to])).toEqual([
      [unit.versionId, false, from, to],
      [unit.yardstickId, true, from, to],
    ]);
    for (const [i, source] of [ownModel, yardstick].entries()) {
      const { dossiers, tallies } = recount(source, from, to);
      const { explanation, ...card } = cards[i]!;
      const expected = scoreModel(source, dossiers === 0 ? new Map() : tallies);
      expect(card.dossiers).toBe(dossiers);
      expect(explanation).toMatchObject({ points: expected.points, total: expected.total });
      for (const line of explanation.lines) {
        for (const rule of line.rules) expect([rule.id, rule.tally]).toEqual([rule.id, tallies.get(rule.id)]);
      }
    }
  });

  it("gives as many reasons as there are misses, in whole months", async () => {
    const [card] = await readScore(unit.ctx, { from: "2026-09-01", to: "2026-10-31" });
    const rules = card!.explanation.lines.flatMap((line) => line.rules);
    expect(rules.map(({ id }) => id)).toEqual(["dung-hen", "bo-sung"]);
    for (const { tally, reasons } of rules) {
      expect(tally.missed).toBeGreaterThan(0);
      expect(reasons.reduce((sum, { n }) => sum + n, 0)).toBe(tally.missed);
    }
    expect(rules[0]!.reasons.map(({ key }) => key).sort()).toEqual(["dossier.late", "dossier.lateOpen"]);
    expect(card!.asOf).toEqual(unit.ctx.now);
  });

  it("refuses who has no such right in the unit", async () => {
    const input = { from: "2026-09-01", to: "2026-11-30" };
    const above = actingAt(database, unit.provinceId, NOW, ["oversight-leader"]);
    const refused = [
      actingAt(database, unit.ctx.unitId, NOW, ["operator"]),
      actingAt(database, unit.ctx.unitId, NOW, []),
      { ...above, unitId: unit.ctx.unitId },
    ];
    for (const who of refused) await expect(readScore(who, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("tells a neighbour under the same yardstick nothing of this unit", async () => {
    const neighbour = actingAt(database, await newUnit(database.owner, { parentId: unit.provinceId }), NOW);
    const cards = await readScore(neighbour, { from: "2026-09-01", to: "2026-11-30" });
    expect(cards).toMatchObject([{ versionId: unit.yardstickId, dossiers: 0, asOf: null }]);
    const stranger = actingAt(database, await newUnit(database.owner), NOW);
    expect(await readScore(stranger, { from: "2026-09-01", to: "2026-11-30" })).toEqual([]);
  });
});

it("gives each model its own card where the unit changed over, each with its first and last day", async () => {
  const unitId = await newUnit(database.owner);
  const before = await adoptOwn(database, unitId, "2026-01-01", "2026-10-10");
  const after = await adoptOwn(database, unitId, "2026-10-10");
  const ctx = actingAt(database, unitId, NOW);
  await recordAll(ctx, batch);
  await foldRollups(ctx, ctx.now);
  const cards = await readScore(ctx, { from: "2026-10-01", to: "2026-10-31" });
  expect(cards.map((card) => [card.versionId, card.from, card.to, card.dossiers])).toEqual([
    [before, "2026-10-01", "2026-10-09", 9],
    [after, "2026-10-10", "2026-10-31", 9],
  ]);
  expect(await readScore(ctx, { from: "2026-10-10", to: "2026-10-10" })).toMatchObject([
    { versionId: after, dossiers: 1 },
  ]);
  expect(await readScore(ctx, { from: "2026-10-09", to: "2026-10-09" })).toMatchObject([
    { versionId: before, to: "2026-10-09", dossiers: 1 },
  ]);
});

it("gives one card to a model that was taken up again after a break", async () => {
  const unitId = await newUnit(database.owner);
  const versionId = await adoptOwn(database, unitId, "2026-01-01", "2026-10-05");
  await database.root`
    insert into adoption (unit_id, model_unit_id, model_id, valid_from)
    select unit_id, model_unit_id, model_id, '2026-10-15' from adoption where unit_id = ${unitId}`;
  const ctx = actingAt(database, unitId, NOW);
  await recordAll(ctx, batch);
  await foldRollups(ctx, ctx.now);
  const cards = await readScore(ctx, { from: "2026-10-01", to: "2026-10-31" });
  expect(cards).toMatchObject([{ versionId, from: "2026-10-01", to: "2026-10-31", dossiers: 8 }]);
});
