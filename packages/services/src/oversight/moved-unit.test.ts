import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { rebuildAncestors } from "@gandan/db/unit/rebuild-ancestors";
import { comparison, registerOn } from "@gandan/model/oversight/oversight-inputs";
import { earliestOf, monthsUpTo, type Period, shiftDay } from "@gandan/model/oversight/period";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  actingAt,
  adoptOwn,
  fillProcedures,
  happened,
  provinceWithYardstick,
  recordAll,
  takenIn,
} from "../dossier/dossier-test-unit";
import { foldRollups } from "../rollup/fold-rollups";
import { compareUnits } from "./compare-units";
import { readRegister } from "./read-register";
import { readUnitBelow } from "./read-unit-below";

const NOW = "2025-09-15T10:00";
const TODAY = NOW.slice(0, 10);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const dayFrom = (first: string, days: number) => fc.integer({ min: 0, max: days }).map((n) => shiftDay(first, n));
const cases = fc.record({
  /** First day below the second office. */
  move: dayFrom("2025-03-20", 90),
  /** First day of the second answer about a model. */
  answer: dayFrom("2025-03-01", 130),
  dossiers: fc.array(fc.record({ day: dayFrom("2025-03-01", 150), late: fc.boolean() }), {
    minLength: 1,
    maxLength: 14,
  }),
  period: fc
    .tuple(dayFrom("2025-02-15", 150), fc.integer({ min: 0, max: 120 }))
    .map(([from, length]): Period => ({ from, to: shiftDay(from, length) })),
  on: dayFrom("2025-03-01", 150),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

/** A unit below one office up to a day, and below another from that day on, with its dossiers and answers. */
async function movedUnit({ move, answer, dossiers }: Case) {
  const { owner, root, app } = database;
  const [former, later] = [
    await provinceWithYardstick(database, "2024-01-01"),
    await provinceWithYardstick(database, "2024-01-01"),
  ];
  const unitId = await newUnit(owner, { parentId: former.provinceId, name: "Xã Chuyển" });
  await root`update unit_parent set valid_to = ${move} where unit_id = ${unitId}`;
  await root`insert into unit_parent (unit_id, parent_id, valid_from) values (${unitId}, ${later.provinceId}, ${move})`;
  await rebuildAncestors(owner.sql);
  await adoptOwn(database, unitId, "2025-01-01", answer);
  await adoptOwn(database, unitId, answer);
  await root`
    update adoption set own_name = case when valid_to is null then 'sau' else 'trước' end where unit_id = ${unitId}`;
  const desk = actingAt(database, unitId, NOW);
  await recordAll(
    desk,
    dossiers.map(({ day, late }, i) =>
      takenIn(`H-${i}`, `${day}T08:00`, `${shiftDay(day, 1)}T08:00`, [
        happened(late ? `${shiftDay(day, 20)}T09:00` : `${day}T09:00`, { type: "finished" }),
      ]),
    ),
  );
  await foldRollups({ db: { app }, unitId }, desk.now);
  const [{ slug } = { slug: "" }] = await root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  return { unitId, slug, former: former.provinceId, later: later.provinceId };
}

test("a unit moved away shows nothing after its last day to the former office, and nothing before its first to the new one", async () => {
  const property = fc.asyncProperty(cases, async (given) => {
    const { move, answer, dossiers, period, on } = given;
    const { unitId, slug, former, later } = await movedUnit(given);
    for (const office of [former, later]) {
      const isBelow = (day: string) => (office === former ? day < move : day >= move);
      const wholly = (month: string) =>
        Array.from({ length: 31 }, (_, n) => shiftDay(month, n))
          .filter((day) => day.slice(0, 7) === month.slice(0, 7))
          .every(isBelow);
      const countIn = ({ from, to }: Period) =>
        dossiers.filter(({ day }) => from <= day && day <= to && isBelow(day)).length;
      const titleOn = (day: string) => (day < answer ? "trước" : "sau");
      const ctx = actingAt(database, office, NOW, ["oversight-officer"]);
      const isSeen = isBelow(period.from) || isBelow(period.to);
      const last = earliestOf(period.to, TODAY);

      for (const measure of ["yardstick", "own"] as const) {
        const found = await compareUnits(ctx, comparison.parse({ ...period, measure }));
        const row = found.rows.find(({ unit }) => unit.id === unitId);
        expect(row !== undefined).toBe(isSeen);
        if (!row) continue;
        expect(row.dossiers).toBe(countIn(period));
        const asked = office === former && last >= move ? shiftDay(move, -1) : last;
        expect(row.adoption?.title ?? null).toBe(isBelow(asked) ? titleOn(asked) : null);
        const months = monthsUpTo(last, 12);
        const measured = months.filter((_, i) => (row.months[i] ?? null) !== null);
        expect(measured).toEqual(
          measure === "own"
            ? []
            : months.filter((month) => wholly(month) && dossiers.some(({ day }) => day.startsWith(month.slice(0, 7)))),
        );
      }

      const page = await readUnitBelow(ctx, { below: slug, period });
      const shown = page.period;
      for (const yardstick of [true, false]) {
        const cards = page.cards.filter((card) => card.yardstick === yardstick);
        expect(cards.reduce((sum, card) => sum + card.dossiers, 0)).toBe(countIn(shown));
        const reasons = cards.flatMap(({ groups }) => Object.values(groups).flat());
        const touched = (day: string) => shown.from.slice(0, 7) <= day.slice(0, 7) && day <= shiftDay(shown.to, 31);
        const late = dossiers.filter(
          ({ day, late }) =>
            late && touched(day) && day.slice(0, 7) <= shown.to.slice(0, 7) && wholly(`${day.slice(0, 7)}-01`),
        );
        const counted = reasons.reduce((sum, { n }) => sum + n, 0);
        // Reasons stand on cards, and a version has a card where something was counted by it.
        const hasCard = (day: string) =>
          dossiers.some(
            (other) =>
              countIn({ from: other.day, to: other.day }) > 0 &&
              shown.from <= other.day &&
              other.day <= shown.to &&
              (yardstick || titleOn(other.day) === titleOn(day)),
          );
        expect(counted).toBe(late.filter(({ day }) => hasCard(day)).length);
      }

      const register = await readRegister(ctx, registerOn.parse({ on }));
      const entry = register.rows.find(({ unit }) => unit.id === unitId);
      expect(entry?.title ?? null).toBe(isBelow(on) ? titleOn(on) : null);
    }
  });
  await fc.assert(property, { numRuns: 25 });
}, 120_000);
