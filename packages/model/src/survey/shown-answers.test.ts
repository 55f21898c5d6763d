import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addAnswers,
  joinedOf,
  NOT_CHOSEN,
  rangeAt,
  ripe,
  type Scale,
  scaleOf,
  sidesOf,
  tellApart,
} from "./shown-answers";

const K = 5;
const LEVELS = scaleOf({ kind: "level5" });
const YES_NO = scaleOf({ kind: "yes-no" });
const CHOICE = scaleOf({ kind: "choice", options: ["a", "b", "c", "d"] });
const SEVERAL = scaleOf({ kind: "several", options: ["a", "b", "c"] });

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const told = (counts: number[], scale: Scale, n = total(counts)) => tellApart(counts, n, scale, K);
const at = (counts: readonly number[], set: readonly number[]) => set.reduce((sum, o) => sum + counts[o]!, 0);
const SATISFIED = [3, 4];

/** All ways in which `n` sheets may fall on `width` answers. */
function* worldsOf(n: number, width: number): Generator<number[]> {
  if (width === 1) yield [n];
  else
    for (let first = 0; first <= n; first++) for (const rest of worldsOf(n - first, width - 1)) yield [first, ...rest];
}

const subsetsOf = (width: number) =>
  Array.from({ length: (1 << width) - 2 }, (_, i) =>
    Array.from({ length: width }, (_, o) => o).filter((o) => (i + 1) & (1 << o)),
  );

describe("what is told of the answers of some sheets", () => {
  it.each<[string, number[], Scale, number[] | null, [number[], number][]]>([
    ["all are many", [10, 5, 7, 20, 30], LEVELS, [10, 5, 7, 20, 30], []],
    ["nobody is told as nobody", [0, 0, 5, 0, 30], LEVELS, [0, 0, 5, 0, 30], []],
    ["few are joined with few of their side", [2, 4, 0, 20, 30], LEVELS, [0, 0, 0, 20, 30], [[[0, 1, 2], 6]]],
    ["and with another, though they are enough", [20, 4, 4, 20, 30], LEVELS, [0, 0, 0, 20, 30], [[[0, 1, 2], 28]]],
    [
      "few are joined with others of their side",
      [2, 20, 9, 20, 3],
      LEVELS,
      [0, 0, 9, 0, 0],
      [
        [[0, 1], 22],
        [[3, 4], 23],
      ],
    ],
    ["a side of few goes with the end of the other", [0, 2, 1, 20, 30], LEVELS, [0, 0, 0, 20, 0], [[[0, 1, 2, 4], 33]]],
    ["or with all of it", [0, 2, 1, 3, 30], LEVELS, [0, 0, 0, 0, 0], [[[0, 1, 2, 3, 4], 36]]],
    ["yes and no", [7, 9], YES_NO, [7, 9], []],
    ["one yes", [17, 1], YES_NO, [0, 0], [[[0, 1], 18]]],
    ["no yes", [18, 0], YES_NO, [18, 0], []],
    ["choices", [1, 12, 2, 30], CHOICE, [0, 0, 0, 30], [[[0, 1, 2], 15]]],
  ])("%s", (_, counts, scale, alone, lumps) => {
    const shown = told(counts, scale);
    expect(shown.n).toBe(total(counts));
    expect(shown.counts).toEqual(alone);
    expect(shown.lumps.map(({ options, n }) => [options, n])).toEqual(lumps);
  });

  it("says between what and what the satisfied lie where few are not", () => {
    expect(rangeAt(told([1, 1, 1, 20, 30], LEVELS), SATISFIED)).toEqual({ low: 49, high: 53 });
    expect(rangeAt(told([20, 30, 1, 0, 2], LEVELS), SATISFIED)).toEqual({ low: 0, high: 4 });
    expect(rangeAt(told([5, 1, 1, 3, 30], LEVELS), SATISFIED)).toEqual({ low: 33, high: 33 });
    // So few sheets that a range would tell them.
    expect(rangeAt(told([1, 0, 0, 0, 11], LEVELS), SATISFIED)).toEqual({ low: 0, high: 12 });
  });

  it("takes each choice of several by itself, against those who did not choose it", () => {
    const shown = told([28, 2, 15], SEVERAL, 30);
    expect(shown.counts).toEqual([0, 0, 15]);
    expect([0, 1, 2].map((option) => rangeAt(shown, [option]))).toEqual([
      { low: 26, high: 30 },
      { low: 0, high: 4 },
      { low: 15, high: 15 },
    ]);
    expect(shown.lumps.map(({ options }) => options)).toEqual([
      [0, NOT_CHOSEN],
      [1, NOT_CHOSEN],
    ]);
  });

  it("waits until both sides can be told, or few shift the share by a twentieth at most", () => {
    expect(ripe([0, 0, 0, 2, 2], 4, LEVELS, K)).toBe(false);
    expect(ripe([0, 0, 0, 2, 3], 5, LEVELS, K)).toBe(true);
    expect(ripe([1, 0, 0, 20, 30], 51, LEVELS, K)).toBe(false);
    expect(ripe([1, 0, 4, 20, 30], 55, LEVELS, K)).toBe(true);
    expect(ripe([1, 0, 0, 29, 50], 80, LEVELS, K)).toBe(true);
    expect(ripe([1, 6, 0, 0], 7, CHOICE, K)).toBe(true);
  });

  // One who knows how it is done, and asks what else could have been answered for the same to be shown.
  it.each<[string, Scale, number]>([
    ["levels", LEVELS, 21],
    ["yes or no", YES_NO, 60],
    ["choices", CHOICE, 26],
  ])("leaves open how many any few are, among all worlds that look the same: %s", (_, scale, most) => {
    for (let n = K; n <= most; n++) {
      const alike = new Map<string, number[][]>();
      for (const counts of worldsOf(n, scale.width)) {
        const key = JSON.stringify(told(counts, scale));
        alike.set(key, [...(alike.get(key) ?? []), counts]);
      }
      for (const worlds of alike.values()) {
        for (const set of subsetsOf(scale.width)) {
          const values = new Set(worlds.map((counts) => at(counts, set)));
          const [only] = values;
          if (values.size === 1 && only! > 0 && only! < K) expect.fail(`${set} of ${worlds[0]} is ${only}`);
        }
      }
    }
  });

  const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 5,
    maxLength: 5,
  });
  const parts = fc.array(
    counts.filter((each) => total(each) >= K),
    { minLength: 1, maxLength: 6 },
  );

  it("never says what is not so, of one part and of several together", () => {
    fc.assert(
      fc.property(parts, (each) => {
        const sum = addAnswers(each.map((one) => told(one, LEVELS)));
        const all = [0, 1, 2, 3, 4].map((o) => total(each.map((one) => one[o]!)));
        expect(sum.n).toBe(total(all));
        for (const set of subsetsOf(5)) {
          const { low, high } = rangeAt(sum, set);
          expect(low).toBeLessThanOrEqual(at(all, set));
          expect(high).toBeGreaterThanOrEqual(at(all, set));
        }
        for (const { options, n } of joinedOf(sum)) expect(n).toBe(at(all, options));
        const bySide = sidesOf(sum, LEVELS);
        if (bySide) expect(bySide).toEqual([at(all, [0, 1, 2]), at(all, SATISFIED)]);
      }),
    );
  });

  it("has no number below a cell, alone or joined", () => {
    fc.assert(
      fc.property(parts, (each) => {
        const sum = addAnswers(each.map((one) => told(one, LEVELS)));
        const joined = joinedOf(sum);
        const inJoined = new Set(joined.flatMap(({ options }) => options));
        const numbers = [...joined.map(({ n }) => n), ...sum.counts.filter((_, o) => !inJoined.has(o))];
        for (const n of numbers) expect(n === 0 || n >= K).toBe(true);
      }),
    );
  });
});
