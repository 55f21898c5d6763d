import fc from "fast-check";
import { expect, test } from "vitest";
import { type AppraisedLeaf, assessUnit, type EnteredLeaf, type UnitSheet } from "./assess-unit";
import { indexFrame } from "./index-frame";
import { compileFrame } from "./score-index";
import { emptySheets, scoreRound } from "./score-round";

const frame = indexFrame.parse({
  schema: 1,
  id: "khung",
  title: "Khung thử",
  year: 2026,
  level: "commune",
  total: 10,
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
          leaf: { kind: "ratio", zero_at: 0.5, measured_by: { yardstick: "dung-hen" } },
        },
      ],
    },
    {
      id: "hai",
      title: "Hai",
      points: 4,
      criteria: [{ id: "hai-mot", title: "Hai một", points: 4, leaf: { kind: "yes-no" } }],
    },
  ],
});
const tree = compileFrame(frame);
const entered = (points: number | null): EnteredLeaf => ({ points, value: points, note: null, enteredAt: new Date(0) });
const appraised = (points: number | null, reason: string | null = null): AppraisedLeaf => ({
  points,
  reason,
  appraisedAt: new Date(0),
});
const tally = (met: number, missed: number) => new Map([["dung-hen", { met, missed, pending: 0, notApplicable: 0 }]]);
const sheet = (parts: Partial<UnitSheet> = {}): UnitSheet => ({
  entries: new Map(),
  tallies: new Map(),
  appraisals: new Map(),
  ...parts,
});
const assess = (parts: Partial<UnitSheet> = {}) => assessUnit(frame, tree, sheet(parts));
const nodeOf = (assessment: ReturnType<typeof assess>, id: string) => assessment.nodes.find((node) => node.id === id);

test("facts count before what was entered, once there are enough of them", () => {
  const entries = new Map([["dung-han", entered(4)]]);
  const few = assess({ entries, tallies: tally(8, 1) });
  expect(nodeOf(few, "dung-han")).toMatchObject({ counts: "entered", self: 4, filled: null, few: 9 });
  const enough = assess({ entries, tallies: tally(9, 3) });
  expect(nodeOf(enough, "dung-han")).toMatchObject({ counts: "filled", self: 2, few: null });
  expect(enough.total).toBe(2);
  expect(enough.answered).toBe(4);
  expect(enough.leaves).toEqual({ all: 3, answered: 1, appraised: 0 });
});

test("too few facts are no zero: the leaf has nothing, and says how many there are", () => {
  expect(nodeOf(assess({ tallies: tally(0, 9) }), "dung-han")).toMatchObject({ counts: "nothing", self: null, few: 9 });
  expect(nodeOf(assess(), "dung-han")).toMatchObject({ counts: "nothing", few: 0 });
  expect(nodeOf(assess(), "co-khong")).toMatchObject({ few: null });
});

test("a sum of which nothing is known is no zero", () => {
  const assessed = assess({ entries: new Map([["co-khong", entered(0)]]) });
  expect([nodeOf(assessed, "mot")?.self, nodeOf(assessed, "hai")?.self]).toEqual([0, null]);
  const judged = assess({ appraisals: new Map([["hai-mot", appraised(0)]]) });
  expect(nodeOf(judged, "hai")).toMatchObject({ self: null, decided: 0, judged: 1 });
});

test("what does not apply is left out and the rest scaled to the total", () => {
  const entries = new Map([
    ["co-khong", entered(2)],
    ["hai-mot", entered(null)],
  ]);
  const assessed = assess({ entries, tallies: tally(10, 0) });
  expect(nodeOf(assessed, "hai-mot")?.counts).toBe("left-out");
  expect(assessed.total).toBe(10);
});

test("facts count before an older entry that the leaf does not apply, and the entry stays to be seen", () => {
  const assessed = assess({ entries: new Map([["dung-han", entered(null)]]), tallies: tally(9, 3) });
  expect(nodeOf(assessed, "dung-han")).toMatchObject({ counts: "filled", self: 2, entered: { points: null } });
});

test("a unit that has handed in nothing has no total, not zero", () => {
  expect(assess()).toMatchObject({ self: null, total: null, answered: 0 });
  // Facts alone are no self-score: what it did not answer would count as zero.
  expect(assess({ tallies: tally(10, 0) })).toMatchObject({ self: null, total: null, answered: 4 });
});

test("an appraisal counts before the self-score; both totals stand side by side", () => {
  const entries = new Map([
    ["co-khong", entered(2)],
    ["hai-mot", entered(4)],
  ]);
  const assessed = assess({ entries, appraisals: new Map([["hai-mot", appraised(1, "Thiếu biên bản")]]) });
  expect(assessed).toMatchObject({ self: 6, total: 3, leaves: { appraised: 1 } });
  expect(nodeOf(assessed, "hai-mot")).toMatchObject({ self: 4, decided: 1, differences: 1 });
  expect(nodeOf(assessed, "hai")).toMatchObject({ self: 4, decided: 1, differences: 1 });
  expect(nodeOf(assessed, "mot")).toMatchObject({ self: 2, decided: 2, differences: 0 });
  // The office may also find that something does apply, or does not.
  const other = assess({
    entries: new Map([["hai-mot", entered(null)]]),
    appraisals: new Map([
      ["hai-mot", appraised(2)],
      ["dung-han", appraised(null)],
      ["co-khong", appraised(2)],
    ]),
  });
  expect(other.total).toBeCloseTo((4 / 6) * 10, 10);
  expect(nodeOf(other, "hai-mot")?.differences).toBe(1);
});

test("an appraisal that agrees is no difference", () => {
  const assessed = assess({
    entries: new Map([["hai-mot", entered(4 / 3)]]),
    appraisals: new Map([
      ["hai-mot", appraised(1.33)],
      ["co-khong", appraised(0)],
    ]),
  });
  expect(assessed.nodes.map(({ differences }) => differences)).toEqual([0, 0, 0, 0, 0]);
});

test("the totals of many units are those of each one", () => {
  const ids = ["co-khong", "dung-han", "hai-mot"] as const;
  const point = fc.option(fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 2 })), { nil: undefined });
  const points = fc.record({ "co-khong": point, "dung-han": point, "hai-mot": point });
  const unit = fc.record({ entered: points, appraised: points, met: fc.nat(20), missed: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
      const sheets = emptySheets(tree, units.length);
      const [met, n] = [new Float64Array(units.length), new Float64Array(units.length)];
      for (const [i, one] of units.entries()) {
        for (const id of ids) {
          const place = tree.row[tree.position.get(id)!]! * units.length + i;
          if (one.entered[id] !== undefined) sheets.entered[place] = one.entered[id] ?? Number.NaN;
          if (one.appraised[id] !== undefined) sheets.appraised[place] = one.appraised[id] ?? Number.NaN;
        }
        met[i] = one.met;
        n[i] = one.met + one.missed;
      }
      const scores = scoreRound(frame, tree, { ...sheets, facts: new Map([["dung-hen", { met, n }]]) });
      for (const [i, one] of units.entries()) {
        const given = (from: typeof one.entered) =>
          ids.flatMap((id) => (from[id] === undefined ? [] : [[id, from[id]] as const]));
        const each = assess({
          entries: new Map(given(one.entered).map(([id, value]) => [id, entered(value)])),
          appraisals: new Map(given(one.appraised).map(([id, value]) => [id, appraised(value)])),
          tallies: tally(one.met, one.missed),
        });
        expect(scores.self[i]).toEqual(each.self ?? Number.NaN);
        expect(scores.totals[i]).toEqual(each.total ?? Number.NaN);
        expect(scores.answered[i]).toBe(each.answered);
        expect(scores.appraised[i]).toBe(each.leaves.appraised);
        const fields = each.nodes.filter(({ depth }) => depth === 0).map(({ decided }) => decided);
        expect(fields.map((_, field) => scores.fields[field * units.length + i])).toEqual(
          fields.map((points) => points ?? Number.NaN),
        );
      }
    }),
  );
});
