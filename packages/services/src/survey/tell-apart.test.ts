import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, type TestDatabase } from "@gandan/db/test-database";
import { shiftDay } from "@gandan/model/oversight/period";
import type { Answered } from "@gandan/model/survey/answered";
import type { CountedSheet } from "@gandan/model/survey/count-sheets";
import { RESULT_KINDS } from "@gandan/model/survey/result-period";
import { spanEnd } from "@gandan/model/survey/ten-day-span";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { countResults } from "../publication/count-results";
import { readPublicResult } from "./read-public-result";
import { readResult, type SurveyResult } from "./read-result";
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

const FORM = {
  id: "phieu-do",
  title: "Phiếu dò",
  questions: [
    { id: "muc", kind: "level5", text: "Mức?", subject: "general" },
    { id: "co", kind: "yes-no", text: "Có?" },
    { id: "mot", kind: "choice", text: "Một?", options: ["a", "b", "c", "d"] },
    { id: "nhieu", kind: "several", text: "Nhiều?", options: ["a", "b", "c"] },
  ],
};

/** Few sheets in most spans and places, none in some, many in others; most answers good, some rare. */
function sheetsFrom(formId: string, seed: number): CountedSheet[] {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  return SPANS.flatMap((day) =>
    PLACES.flatMap((place) => {
      const n = place ? [0, 1, 4, 9, 15, 40][random(6)]! : [0, 0, 0, 1][random(4)]!;
      const rare = random(3) === 0 ? 3 : 12;
      return Array.from({ length: n }, () => {
        const pointId = POINTS.find((point) => point === place) ?? null;
        return sheetOf(formId, day, {
          source: pointId ? "point" : place ? "token" : "paper-staff",
          procedureCode: pointId ? null : place,
          pointId,
          answers: {
            muc: random(rare) === 0 ? 1 + random(3) : 4 + random(2),
            co: random(rare) !== 0,
            mot: random(rare) === 0 ? 2 + random(3) : 1,
            nhieu: random(rare) === 0 ? [1, 3] : [2],
          },
        });
      });
    }),
  );
}

/** What somebody was shown: which answers of which place, over which days, as of when, and how many. */
interface View {
  asOf: LocalDate;
  from: LocalDate;
  to: LocalDate;
  place: string;
  question: string;
  options: string;
  n: number;
}

type Seen = Pick<View, "asOf" | "from" | "to">;

/** Every number of a result that is told exactly. */
function viewsOf(
  seen: Seen,
  question: string,
  place: string,
  told: Pick<Answered, "n" | "lines" | "satisfied">,
): View[] {
  const exact = told.lines.filter(({ low, high }) => low === high);
  const { satisfied } = told;
  return [
    { ...seen, place, question, options: "all", n: told.n },
    ...exact.map(({ options, low }) => ({ ...seen, place, question, options: options.join(), n: low })),
    ...(satisfied && satisfied.low === satisfied.high && satisfied.n === told.n
      ? [{ ...seen, place, question, options: "satisfied", n: satisfied.low }]
      : []),
  ];
}

function resultViews(asOf: LocalDate, { period: { from, to }, questions, places }: SurveyResult): View[] {
  const seen = { asOf, from, to };
  return [
    ...questions.flatMap(({ id, answered }) => (answered ? viewsOf(seen, id, "", answered) : [])),
    ...(places?.rows ?? []).flatMap(({ name, answered }) => viewsOf(seen, places!.question, name, answered)),
  ];
}

/** Everything that anybody was ever shown of the sheets, one span after the other. */
async function everythingSeen(seed: number): Promise<View[]> {
  const scope = await unitWithForm(database, { slug: FORM.id, source: FORM });
  const { unitId, formId } = scope;
  const [unit] = await database.root<{ slug: string }[]>`select slug from unit where id = ${unitId}`;
  const all = sheetsFrom(formId, seed);
  const views: View[] = [];
  for (const day of [...SPANS, "2026-06-30", "2026-12-31"]) {
    await takeIn(
      scope,
      all.filter((sheet) => sheet.day === day),
    );
    const ended = spanEnd(day);
    const asOf = shiftDay(ended, 1);
    const now = new Date(`${ended}T20:00:00Z`);
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
        for (const question of ["muc", "co"]) {
          views.push(...resultViews(asOf, await readResult(ctx, { formId, kind, day: asked, question })));
        }
      }
      const open = await readPublicResult(anybody, { slug: unit!.slug, kind, day });
      if (open.result) views.push(...resultViews(asOf, open.result));
    }
    for (const period of [
      { from: "2026-01-01", to: ended },
      { from: "2026-03-01", to: "2026-04-30" },
    ]) {
      const { forms } = await inUnit(ctx, (_tx, sql) => countResults(sql, unitId, period, asOf));
      for (const question of forms[0]!.questions) {
        const satisfied = question.satisfied && { ...question.satisfied, interval: { low: 0, high: 1 } };
        views.push(...viewsOf({ asOf, ...period }, question.id, "", { ...question, satisfied }));
      }
    }
  }
  return views;
}

test.each([7, 42])(
  "no number that staff or anybody was ever shown tells few, nor does the one less another that it holds (%i)",
  async (seed) => {
    const views = await everythingSeen(seed);
    const few = (n: number) => n !== 0 && Math.abs(n) < MIN_CELL;
    expect(views.filter(({ n }) => few(n))).toEqual([]);
    const kinds = new Set(views.map(({ question, options }) => `${question} ${options}`));
    // Each kind of question has been told in all and by answers.
    for (const kind of ["muc satisfied", "muc 0,1,2", "co 0", "co 1", "mot 0", "nhieu 1", "muc all"]) {
      expect(kinds).toContain(kind);
    }
    let compared = 0;
    const found: View[][] = [];
    for (const a of views) {
      for (const b of views) {
        const holds = a.from <= b.from && b.to <= a.to && b.asOf <= a.asOf && (a.place === "" || a.place === b.place);
        if (!holds || a === b || a.question !== b.question || a.options !== b.options) continue;
        compared++;
        if (few(a.n - b.n)) found.push([a, b]);
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  },
);
