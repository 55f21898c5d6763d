import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DatedCounts, type PlaceCounts, shownCounts, sumWithin } from "./shown-counts";
import { countedDay, spanEnd, spanStart } from "./ten-day-span";

const K = 5;
const STARTS = ["2026-01-01", "2026-01-11", "2026-01-21", "2026-02-01", "2026-03-11", "2026-04-01", "2026-04-21"];
const PLACES = ["A", "B", "C", ""];

/** How many sheets of each place there are in each span; "" for sheets of no place. */
type World = number[][];

function inputsOf(world: World) {
  const days: DatedCounts[] = [];
  const cells: PlaceCounts[] = [];
  for (const [i, day] of STARTS.entries()) {
    const n = world[i]!.reduce((sum, each) => sum + each, 0);
    if (n > 0) days.push({ day, n, counts: [n] });
    for (const [j, place] of PLACES.entries()) {
      const each = world[i]![j]!;
      if (place && each > 0) cells.push({ day, place, n: each, counts: [each] });
    }
  }
  return { days, cells };
}

const PRIME = 1_000_003n;
const inverse = (value: bigint) => {
  let result = 1n;
  for (let power = PRIME - 2n, base = value; power > 0n; power >>= 1n, base = (base * base) % PRIME) {
    if (power & 1n) result = (result * base) % PRIME;
  }
  return result;
};

/** What is left of a vector after the rows of a basis in echelon form. */
function reduce(basis: Map<number, bigint[]>, vector: readonly bigint[]): bigint[] {
  const left = [...vector];
  for (const [pivot, row] of basis) {
    const factor = left[pivot]!;
    if (factor === 0n) continue;
    for (const [i, each] of row.entries()) left[i] = (((left[i]! - factor * each) % PRIME) + PRIME) % PRIME;
  }
  return left;
}

function basisOf(vectors: readonly (readonly bigint[])[]): Map<number, bigint[]> {
  const basis = new Map<number, bigint[]>();
  for (const vector of vectors) {
    const left = reduce(basis, vector);
    const pivot = left.findIndex((each) => each !== 0n);
    if (pivot < 0) continue;
    const scale = inverse(left[pivot]!);
    const row = left.map((each) => (each * scale) % PRIME);
    for (const [other, known] of basis) {
      const factor = known[pivot]!;
      basis.set(
        other,
        known.map((each, i) => (((each - factor * row[i]!) % PRIME) + PRIME) % PRIME),
      );
    }
    basis.set(pivot, row);
  }
  return basis;
}

/**
 * The attacker: has seen all results of all periods on every day, knows which places had no sheets at all in which
 * spans, and works out whatever follows. Gives the smallest number of sheets whose sum is told, up to 4.
 */
function told(world: World): number[] {
  const atoms = STARTS.flatMap((day, i) =>
    PLACES.flatMap((place, j) => (world[i]![j]! > 0 ? [{ day, place, n: world[i]![j]! }] : [])),
  );
  const { days, cells } = inputsOf(world);
  const views: bigint[][] = [];
  for (const start of [...STARTS, "2026-07-01", "2027-01-01"]) {
    const shown = shownCounts(
      days.filter(({ day }) => day <= start),
      cells.filter(({ day }) => day <= start),
      start,
      K,
    );
    for (const block of shown.blocks) {
      views.push(atoms.map(({ day }) => (block.from <= day && spanEnd(day) <= block.to ? 1n : 0n)));
    }
    for (const part of shown.places) {
      views.push(atoms.map(({ day, place }) => (place === part.place && part.from <= day && day <= part.to ? 1n : 0n)));
    }
  }
  const basis = basisOf(views);
  const small = atoms.filter(({ n }) => n < K);
  const found: number[] = [];
  const search = (from: number, picked: ReadonlySet<unknown>, n: number) => {
    if (picked.size > 0) {
      const vector = atoms.map((atom) => (picked.has(atom) ? 1n : 0n));
      if (reduce(basis, vector).every((each) => each === 0n)) found.push(n);
    }
    for (let i = from; i < small.length; i++) {
      const atom = small[i]!;
      if (n + atom.n < K) search(i + 1, new Set([...picked, atom]), n + atom.n);
    }
  };
  search(0, new Set(), 0);
  return found;
}

describe("what is shown of answers", () => {
  const world = fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 14 })), {
      minLength: PLACES.length,
      maxLength: PLACES.length,
    }),
    { minLength: STARTS.length, maxLength: STARTS.length },
  );

  it("never tells fewer than five sheets, to one who adds and subtracts all that was ever shown", () => {
    fc.assert(
      fc.property(world, (each) => {
        expect(told(each)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("never changes what was shown before", () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: STARTS.length - 1 }), (each, cut) => {
        const { days, cells } = inputsOf(each);
        const today = STARTS[cut]!;
        const before = shownCounts(
          days.filter(({ day }) => day < today),
          cells.filter(({ day }) => day < today),
          today,
          K,
        );
        const after = shownCounts(days, cells, "2027-01-01", K);
        for (const part of before.blocks) expect(after.blocks).toContainEqual(part);
        for (const part of before.places) expect(after.places).toContainEqual(part);
      }),
    );
  });

  it("shows the whole by spans that have ended, and places by quarters", () => {
    const days = [
      { day: "2026-01-03", n: 4, counts: [0, 4] },
      { day: "2026-01-09", n: 3, counts: [3] },
      { day: "2026-01-15", n: 2, counts: [2] },
      { day: "2026-02-02", n: 4, counts: [1, 3] },
    ];
    const cells = [
      { day: "2026-01-01", place: "A", n: 7, counts: [3, 4] },
      { day: "2026-01-11", place: "B", n: 2, counts: [2] },
      { day: "2026-02-01", place: "B", n: 4, counts: [1, 3] },
    ];
    const at = (today: string) => shownCounts(days, cells, today, K);
    expect(at("2026-01-10").blocks).toEqual([]);
    const first = { from: "2026-01-01", to: "2026-01-10", n: 7, counts: [3, 4] };
    expect(at("2026-01-11").blocks).toEqual([first]);
    // Two answers wait for others; they are shown with those, and in no period that holds only one of both.
    expect(at("2026-02-01").blocks).toEqual([first]);
    const all = at("2026-04-01");
    expect(all.blocks).toEqual([first, { from: "2026-01-11", to: "2026-02-10", n: 6, counts: [3, 3] }]);
    expect(sumWithin(all.blocks, { from: "2026-01-01", to: "2026-01-31" })).toEqual({ n: 7, counts: [3, 4] });
    expect(sumWithin(all.blocks, { from: "2026-02-01", to: "2026-02-28" })).toBeNull();
    expect(sumWithin(all.blocks, { from: "2026-01-01", to: "2026-03-31" })).toEqual({ n: 13, counts: [6, 7] });
    expect(at("2026-03-31").places).toEqual([]);
    expect(all.places.map(({ place, n, counts }) => [place, n, counts])).toEqual([
      ["A", 7, [3, 4]],
      ["B", 6, [3, 3]],
    ]);
  });

  it("leaves a place out where the rest would tell a few", () => {
    const days = [{ day: "2026-01-03", n: 30, counts: [30] }];
    const cell = (place: string, n: number) => ({ day: "2026-01-01", place, n, counts: [n] });
    const places = (...cells: PlaceCounts[]) =>
      shownCounts(days, cells, "2026-04-01", K).places.map(({ place }) => place);
    expect(places(cell("A", 12), cell("B", 10), cell("C", 8))).toEqual(["A", "B", "C"]);
    expect(places(cell("A", 12), cell("B", 10), cell("C", 5), cell("D", 3))).toEqual(["A", "B"]);
    expect(places(cell("A", 12), cell("B", 10))).toEqual(["A", "B"]);
    // Two sheets of no place at all.
    expect(places(cell("A", 20), cell("B", 8))).toEqual(["A"]);
  });
});

describe("spans of ten days", () => {
  it("divide a month in three, and the running one takes what comes late", () => {
    expect(["2026-11-10", "2026-11-11", "2026-11-20", "2026-11-30"].map(spanStart)).toEqual([
      "2026-11-01",
      "2026-11-11",
      "2026-11-11",
      "2026-11-21",
    ]);
    expect(["2026-11-01", "2026-11-11", "2026-11-21", "2028-02-21"].map(spanEnd)).toEqual([
      "2026-11-10",
      "2026-11-20",
      "2026-11-30",
      "2028-02-29",
    ]);
    expect(countedDay("2026-11-20", "2026-11-21")).toBe("2026-11-21");
    expect(countedDay("2026-11-11", "2026-11-20")).toBe("2026-11-11");
    expect(countedDay("2026-11-25", "2026-11-22")).toBe("2026-11-22");
  });
});
