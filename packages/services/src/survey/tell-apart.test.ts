import type { UnitCtx } from "@gandan/auth/unit-context";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import { RESULT_KINDS } from "@gandan/model/survey/result-period";
import { spanEnd } from "@gandan/model/survey/ten-day-span";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readPublicResult } from "./read-public-result";
import { type Answered, readResult, type SurveyResult } from "./read-result";
import { sheetOf, takeIn, unitWithForm } from "./survey-test-unit";

// Some hundred results, each against real tables.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const MIN_CELL = 5;
const SPANS = ["2026-02", "2026-03", "2026-04", "2026-05"].flatMap((month) =>
  ["01", "11", "21"].map((day) => `${month}-${day}`),
);
const POINTS = [crypto.randomUUID(), crypto.randomUUID()];
const PLACES = ["2.000815", "1.001193", "1.000656", ...POINTS, null];
const ATOMS = SPANS.flatMap((day) => PLACES.map((place) => ({ day, place })));

/** One question, whose answer says when and where it was given: a result shows what it is the sum of. */
const FORM = {
  id: "phieu-do",
  title: "Phiếu dò",
  questions: [{ id: "o", kind: "choice", text: "Ô", options: ATOMS.map((_, i) => `Ô ${i + 1}`) }],
};

/** Few sheets in most spans and places, none in some, many in others; hardly any without a place: how many by atom. */
function sizes(seed: number): number[] {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  return ATOMS.map(({ place }) => (place ? [0, 0, 1, 2, 4, 9, 12][random(7)]! : [0, 0, 0, 1][random(4)]!));
}

function sheetsOf(formId: string, atom: number, n: number): CountedSheet[] {
  const { day, place } = ATOMS[atom]!;
  const pointId = POINTS.find((point) => point === place) ?? null;
  const one = sheetOf(formId, day, {
    source: pointId ? "point" : place ? "token" : "paper-staff",
    procedureCode: pointId ? null : place,
    pointId,
    answers: { o: atom + 1 },
  });
  return Array.from({ length: n }, () => one);
}

/** Each part of all sheets that anybody was ever shown, by atom: how many of its sheets. */
async function everythingSeen(all: readonly number[]): Promise<number[][]> {
  const scope = await unitWithForm(database, { slug: FORM.id, source: FORM });
  const { unitId, formId } = scope;
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const views = new Map<string, number[]>();
  const see = (answered: Answered | null | undefined) => {
    if (answered) views.set(answered.counts.join(), answered.counts);
  };
  const seeAll = ({ questions, places }: SurveyResult) => {
    see(questions[0]?.answered);
    for (const { answered } of places?.rows ?? []) see(answered);
  };
  for (const day of [...SPANS, "2026-06-30", "2026-12-31"]) {
    await takeIn(
      scope,
      all.flatMap((n, atom) => (ATOMS[atom]!.day === day ? sheetsOf(formId, atom, n) : [])),
    );
    const now = new Date(`${spanEnd(day)}T20:00:00Z`);
    const ctx: UnitCtx = {
      db: { app: database.app, oversight: database.oversight },
      actor: { staffId: crypto.randomUUID(), name: "Lê Văn L", roles: [{ unitId, role: "chairman" }] },
      unitId,
      now,
      language: "vi",
    };
    const anybody = { db: ctx.db, now } as Parameters<typeof readPublicResult>[0];
    for (const kind of RESULT_KINDS) {
      for (const asked of [day, "2026-03-15"]) {
        seeAll(await readResult(ctx, { formId, kind, day: asked, question: "o" }));
      }
      const open = await readPublicResult(anybody, { slug: unit!.slug, kind, day });
      if (open.result) seeAll(open.result);
    }
  }
  return [...views.values()];
}

const PRIME = 67_108_859;
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

function reduced(basis: ReadonlyMap<number, number[]>, vector: readonly number[]): number[] {
  const left = [...vector];
  for (const [pivot, row] of basis) {
    const factor = left[pivot]!;
    if (factor === 0) continue;
    for (let i = 0; i < row.length; i++) left[i] = (left[i]! + (PRIME - factor) * row[i]!) % PRIME;
  }
  return left;
}

/** All that adding and subtracting views can give, in echelon form. */
function basisOf(vectors: readonly number[][]): Map<number, number[]> {
  const basis = new Map<number, number[]>();
  for (const vector of vectors) {
    const left = reduced(basis, vector);
    const pivot = left.findIndex((each) => each !== 0);
    if (pivot < 0) continue;
    const scale = inverse(left[pivot]!);
    const row = left.map((each) => (each * scale) % PRIME);
    for (const [other, known] of basis) {
      const factor = known[pivot]!;
      basis.set(
        other,
        known.map((each, i) => (each + (PRIME - factor) * row[i]!) % PRIME),
      );
    }
    basis.set(pivot, row);
  }
  return basis;
}

/** Every union of atoms with fewer sheets than a cell whose sum follows from the views. */
function told(all: readonly number[], basis: ReadonlyMap<number, number[]>): number[][] {
  const small = [...all.keys()].filter((atom) => all[atom]! > 0 && all[atom]! < MIN_CELL);
  const found: number[][] = [];
  const search = (from: number, picked: readonly number[], n: number) => {
    if (picked.length > 0) {
      const vector = all.map((_, atom) => (picked.includes(atom) ? 1 : 0));
      if (reduced(basis, vector).every((each) => each === 0)) found.push([...picked]);
    }
    for (let i = from; i < small.length; i++) {
      const more = all[small[i]!]!;
      if (n + more < MIN_CELL) search(i + 1, [...picked, small[i]!], n + more);
    }
  };
  search(0, [], 0);
  return found;
}

test.each([7, 42])(
  "all that was ever shown to staff and to anybody, added and subtracted, tells of no few sheets (%i)",
  async (seed) => {
    const all = sizes(seed);
    const views = await everythingSeen(all);
    expect(views.length).toBeGreaterThan(15);
    for (const view of views) {
      expect(view.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(MIN_CELL);
      // Whole atoms only, or what follows would be counted wrongly.
      for (const [atom, n] of view.entries()) expect([0, all[atom]]).toContain(n);
    }
    const covered = views.map((view) => view.map((n) => (n > 0 ? 1 : 0)));
    expect(told(all, basisOf(covered))).toEqual([]);
    // The search finds what a reader without the rule would show: one span at one place.
    const naive = all.findIndex((n) => n > 0 && n < MIN_CELL);
    expect(told(all, basisOf([...covered, all.map((_, atom) => (atom === naive ? 1 : 0))]))).toContainEqual([naive]);
  },
);
