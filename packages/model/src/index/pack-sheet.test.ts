import { expect, test } from "vitest";
import { indexFrame } from "./index-frame";
import { packSheet, spreadSheet } from "./pack-sheet";
import { compileFrame } from "./score-index";
import { emptySheets, NOTHING } from "./score-round";

const leaf = (id: string) => ({ id, title: id, points: 1, leaf: { kind: "yes-no" } });
const frame = (...ids: string[]) =>
  compileFrame(
    indexFrame.parse({
      schema: 1,
      id: "khung",
      title: "Khung",
      year: 2026,
      level: "commune",
      total: ids.length,
      fields: [{ id: "mot", title: "Một", points: ids.length, criteria: ids.map(leaf) }],
    }),
  );
const tree = frame("a", "b", "c");

test("what is packed of one unit comes out at its place among many", () => {
  const { entered } = emptySheets(tree, 2);
  const points: [string, number | null][] = [
    ["b", null],
    ["c", 1 / 3],
    ["mot", 9],
    ["la-khac", 9],
  ];
  expect(spreadSheet(tree, packSheet(tree, points), entered, 2, 1)).toBe(true);
  expect([...entered]).toEqual([NOTHING, NOTHING, NOTHING, Number.NaN, NOTHING, 1 / 3]);
});

test("bytes of another frame are refused", () => {
  const { entered } = emptySheets(tree, 1);
  expect(spreadSheet(tree, packSheet(frame("a", "b"), [["a", 1]]), entered, 1, 0)).toBe(false);
  expect([...entered]).toEqual([NOTHING, NOTHING, NOTHING]);
});

test("bytes that start within a longer buffer are read from their own start", () => {
  const { entered } = emptySheets(tree, 1);
  const long = new Uint8Array(64);
  long.set(packSheet(tree, [["a", 0.5]]), 3);
  expect(spreadSheet(tree, long.subarray(3, 27), entered, 1, 0)).toBe(true);
  expect(entered[0]).toBe(0.5);
});
