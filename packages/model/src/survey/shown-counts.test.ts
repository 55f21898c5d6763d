import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHEETS, type ShownAnswers, scaleOf } from "./shown-answers";
import { type DatedCounts, type PlaceCounts, shownCounts, sumWithin, type Telling } from "./shown-counts";
import { countedDay, spanEnd, spanStart } from "./ten-day-span";

const K = 5;
const YES_NO: Telling = { scale: scaleOf({ kind: "yes-no" }), minCell: K };
const SIDES = [0, 1];
const STARTS = ["2026-01-01", "2026-01-21", "2026-02-11", "2026-03-21", "2026-04-01"];
const PLACES = ["A", "B", ""];

/** How many said no and yes in each place and span; "" for sheets of no place. */
type World = (readonly number[])[][];

const plus = (a: readonly number[], b: readonly number[]) => a.map((n, i) => n + b[i]!);

function inputsOf(world: World) {
  const days: DatedCounts[] = [];
  const cells: PlaceCounts[] = [];
  for (const [i, day] of STARTS.entries()) {
    const counts = world[i]!.reduce(plus);
    const n = counts[0]! + counts[1]!;
    if (n > 0) days.push({ day, n, counts });
    for (const [j, place] of PLACES.entries()) {
      const each = world[i]![j]!;
      const held = each[0]! + each[1]!;
      if (place && held > 0) cells.push({ day, place, n: held, counts: each });
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

interface Atom {
  day: string;
  place: string;
  side: number;
  n: number;
}

/**
 * The attacker: has seen all results of all periods on every day, knows which places had no sheets at all in which
 * spans, and works out whatever follows. Gives the smallest number of answers whose sum is told, up to 4.
 */
function told(world: World): Atom[][] {
  const atoms: Atom[] = STARTS.flatMap((day, i) =>
    PLACES.flatMap((place, j) =>
      SIDES.flatMap((side) =>
        world[i]![j]![0]! + world[i]![j]![1]! > 0 ? [{ day, place, side, n: world[i]![j]![side]! }] : [],
      ),
    ),
  );
  const { days, cells } = inputsOf(world);
  const views: bigint[][] = [];
  const nobody = new Set<Atom>();
  const see = (part: ShownAnswers, holds: (atom: Atom) => boolean) => {
    const lines = [
      ...part.lumps.map(({ options, n }) => ({ options, n })),
      ...SIDES.filter((side) => !part.lumps.some(({ options }) => options.includes(side))).map((side) => ({
        options: [side],
        n: part.counts[side]!,
      })),
    ];
    for (const { options, n } of lines) {
      const within = (atom: Atom) => holds(atom) && options.includes(atom.side);
      if (n === 0) for (const atom of atoms.filter(within)) nobody.add(atom);
      views.push(atoms.map((atom) => (within(atom) ? 1n : 0n)));
    }
  };
  for (const start of [...STARTS, "2026-07-01", "2027-01-01"]) {
    const shown = shownCounts(
      days.filter(({ day }) => day <= start),
      cells.filter(({ day }) => day <= start),
      start,
      YES_NO,
    );
    for (const block of shown.blocks) see(block, ({ day }) => block.from <= day && spanEnd(day) <= block.to);
    for (const part of shown.places) {
      see(part, ({ day, place }) => place === part.place && part.from <= day && day <= part.to);
    }
  }
  const basis = basisOf([...views, ...[...nobody].map((none) => atoms.map((atom) => (atom === none ? 1n : 0n)))]);
  const small = atoms.filter((atom) => atom.n < K && !nobody.has(atom));
  const found: Atom[][] = [];
  const search = (from: number, picked: readonly Atom[], n: number) => {
    if (n > 0) {
      const vector = atoms.map((atom) => (picked.includes(atom) ? 1n : 0n));
      if (reduce(basis, vector).every((each) => each === 0n)) found.push([...picked]);
    }
    for (let i = from; i < small.length; i++) {
      const atom = small[i]!;
      if (n + atom.n < K) search(i + 1, [...picked, atom], n + atom.n);
    }
  };
  search(0, [], 0);
  return found;
}

describe("what is shown of answers", () => {
  const few = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 14 }));
  const many = fc.integer({ min: 5, max: 30 });
  const answers: fc.Arbitrary<readonly number[]> = fc.oneof(
    fc.constant([0, 0]),
    fc.tuple(few, few),
    fc.tuple(many, many),
    fc.tuple(fc.constant(0), many),
    fc.tuple(few, many),
  );
  const world: fc.Arbitrary<World> = fc.array(
    fc.array(answers, { minLength: PLACES.length, maxLength: PLACES.length }),
    { minLength: STARTS.length, maxLength: STARTS.length },
  );

  it("never tells fewer than five answers, to one who adds and subtracts all that was ever shown", () => {
    fc.assert(
      fc.property(world, (each) => {
        // Otherwise there are too many sets to look at.
        fc.pre(inputsOf(each).cells.length < 9 && each.flat(2).filter((n) => n > 0 && n < K).length < 12);
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
          YES_NO,
        );
        const after = shownCounts(days, cells, "2027-01-01", YES_NO);
        for (const part of before.blocks) expect(after.blocks).toContainEqual(part);
        for (const part of before.places) expect(after.places).toContainEqual(part);
      }),
    );
  });

  it("shows the whole by spans that have ended, and places by quarters", () => {
    const days = [
      { day: "2026-01-03", n: 8, counts: [0, 8] },
      { day: "2026-01-09", n: 6, counts: [6] },
      { day: "2026-01-15", n: 12, counts: [2, 10] },
      { day: "2026-02-02", n: 14, counts: [4, 10] },
    ];
    const cells = [
      { day: "2026-01-01", place: "A", n: 14, counts: [6, 8] },
      { day: "2026-01-11", place: "B", n: 12, counts: [2, 10] },
      { day: "2026-02-01", place: "B", n: 14, counts: [4, 10] },
    ];
    const at = (today: string) => shownCounts(days, cells, today, YES_NO);
    expect(at("2026-01-10").blocks).toEqual([]);
    const first = { from: "2026-01-01", to: "2026-01-10", n: 14, counts: [6, 8], lumps: [] };
    expect(at("2026-01-11").blocks).toEqual([first]);
    // Two who said no wait for others; they are shown with those, and in no period that holds only one of both.
    expect(at("2026-02-01").blocks).toEqual([first]);
    const all = at("2026-04-01");
    expect(all.blocks).toEqual([first, { from: "2026-01-11", to: "2026-02-10", n: 26, counts: [6, 20], lumps: [] }]);
    const within = (from: string, to: string) => sumWithin(all.blocks, { from, to });
    expect(within("2026-01-01", "2026-01-31")).toEqual({ n: 14, counts: [6, 8], lumps: [] });
    expect(within("2026-02-01", "2026-02-28")).toBeNull();
    expect(within("2026-01-01", "2026-03-31")).toEqual({ n: 40, counts: [12, 28], lumps: [] });
    expect(at("2026-03-31").places).toEqual([]);
    expect(all.places.map(({ place, n, lumps }) => [place, n, lumps.map((lump) => lump.n)])).toEqual([
      ["A", 14, [6, 8]],
      ["B", 26, [6, 20]],
    ]);
  });

  it("tells at the end of a quarter what there is, and of a few only that they are few", () => {
    const days = [
      { day: "2026-01-03", n: 20, counts: [6, 14] },
      { day: "2026-03-25", n: 21, counts: [1, 20] },
    ];
    const blocks = (today: string) => shownCounts(days, [], today, YES_NO).blocks;
    expect(blocks("2026-03-31")).toHaveLength(1);
    const few = { options: [0], atMost: 4 };
    expect(blocks("2026-04-01")[1]).toMatchObject({ n: 21, lumps: [{ options: [0, 1], n: 21, few }] });
  });

  it("leaves a place out where the rest would tell a few", () => {
    const sheets = { scale: SHEETS, minCell: K };
    const days = [{ day: "2026-01-03", n: 30, counts: [30] }];
    const cell = (place: string, n: number) => ({ day: "2026-01-01", place, n, counts: [n] });
    const places = (...cells: PlaceCounts[]) =>
      shownCounts(days, cells, "2026-04-01", sheets).places.map(({ place }) => place);
    expect(places(cell("A", 12), cell("B", 10), cell("C", 8))).toEqual(["A", "B", "C"]);
    expect(places(cell("A", 12), cell("B", 10), cell("C", 5), cell("D", 3))).toEqual(["A", "B"]);
    expect(places(cell("A", 12), cell("B", 10))).toEqual(["A", "B"]);
    // Two sheets of no place at all.
    expect(places(cell("A", 20), cell("B", 8))).toEqual(["A"]);
  });

  it("tells only how many sheets a place has where its sides would tell those of the rest", () => {
    const days = [{ day: "2026-01-03", n: 60, counts: [8, 52] }];
    const cell = (place: string, counts: number[]) => ({
      day: "2026-01-01",
      place,
      n: counts[0]! + counts[1]!,
      counts,
    });
    const sides = (...cells: PlaceCounts[]) =>
      shownCounts(days, cells, "2026-04-01", YES_NO).places.map(({ place, lumps }) => [place, lumps.length]);
    expect(sides(cell("A", [8, 20]), cell("B", [0, 32]))).toEqual([
      ["A", 2],
      ["B", 2],
    ]);
    // The one of B who said no.
    expect(sides(cell("A", [7, 20]), cell("B", [1, 32]))).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
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
