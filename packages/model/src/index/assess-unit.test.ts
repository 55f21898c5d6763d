import { expect, test } from "vitest";
import { assessUnit, type EnteredLeaf } from "./assess-unit";
import { indexFrame } from "./index-frame";
import { compileFrame } from "./score-index";

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
const tally = (met: number, missed: number) => new Map([["dung-hen", { met, missed, pending: 0, notApplicable: 0 }]]);

test("facts count before what was entered, once there are enough of them", () => {
  const entries = new Map([["dung-han", entered(4)]]);
  const few = assessUnit(frame, tree, entries, tally(8, 1));
  expect(few.nodes.find(({ id }) => id === "dung-han")).toMatchObject({ counts: "entered", points: 4, filled: null });
  const enough = assessUnit(frame, tree, entries, tally(9, 3));
  expect(enough.nodes.find(({ id }) => id === "dung-han")).toMatchObject({ counts: "filled", points: 2 });
  expect(enough.total).toBe(2);
  expect(enough.answered).toBe(4);
});

test("what does not apply is left out and the rest scaled to the total", () => {
  const entries = new Map([
    ["co-khong", entered(2)],
    ["hai-mot", entered(null)],
  ]);
  const assessed = assessUnit(frame, tree, entries, tally(10, 0));
  expect(assessed.nodes.find(({ id }) => id === "hai-mot")?.counts).toBe("left-out");
  expect(assessed.total).toBe(10);
});

test("a unit that has handed in nothing has no total, not zero", () => {
  expect(assessUnit(frame, tree, new Map(), new Map())).toMatchObject({ total: null, answered: 0 });
  // Facts alone are no self-score: what it did not answer would count as zero.
  expect(assessUnit(frame, tree, new Map(), tally(10, 0))).toMatchObject({ total: null, answered: 4 });
});
