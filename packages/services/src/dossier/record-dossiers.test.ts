import { toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { packOutcomes } from "@gandan/model/outcome/pack-outcomes";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { factsToColumns } from "../outcome/fact-columns";
import { loadJudge } from "../outcome/load-judge";
import { actingAt, adoptOwn, BIRTH, COPY, fillProcedures, happened, moment, recordAll } from "./dossier-test-unit";
import type { DossierIntake } from "./record-dossiers";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await fillProcedures(database);
});
afterAll(() => database.drop());

const NOW = "2026-09-30T08:00";
const two = (n: number) => String(n).padStart(2, "0");
const time = fc
  .tuple(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 7, max: 17 }))
  .map(([day, hour]) => `2026-09-${two(day)}T${two(hour)}:00`);
const later: fc.Arbitrary<DossierFact> = fc.oneof(
  time.map((due) => ({ type: "accepted" as const, dueAt: moment(due).toISOString() })),
  fc.constantFrom<DossierFact>(
    { type: "supplement-requested", reason: 'thiếu "bản sao"\n\\ trang 2\t' },
    { type: "supplemented" },
    { type: "finished" },
    { type: "handed-over" },
    { type: "closed" },
    { type: "withdrawn" },
    { type: "letter-sent", letter: "thanks" },
    { type: "apologised", fields: ["cause", "remedy"], signer: "chairman", cause: "Mất điện" },
  ),
);
const name = fc.option(fc.constantFrom("Nguyễn Văn A", "\\N", 'Trần\t"Thị"\nB', "Đơn vị \\ {a,b}"), { nil: null });
const events = fc
  .tuple(
    time,
    fc.constantFrom(COPY, BIRTH),
    fc.subarray(['hồ sơ "khó"', "a,b", "c\\d"]),
    fc.array(fc.tuple(time, later), { maxLength: 5 }),
  )
  .map(([received, procedure, flags, rest]): DossierEvent[] => [
    happened(received, { type: "received", procedure, channel: "direct", flags }),
    ...rest.map(([at, fact]) => happened(at, fact)),
  ]);
const intake = fc.record({
  externalCode: fc.integer({ min: 1, max: 400 }).map((n) => `H${n}`),
  applicantName: name,
  phone: name,
  officer: name,
  events,
});
const batch = fc.array(intake, { minLength: 150, maxLength: 200 });

/** All that is stored of a unit's dossiers, by their codes. */
async function stored(unitId: string) {
  const dossiers = await database.root<Record<string, unknown>[]>`
    select to_jsonb(d) - 'id' - 'unit_id' as row,
      (select jsonb_agg(jsonb_build_object('seq', seq, 'at', at, 'recordedAt', recorded_at, 'fact', fact) order by seq)
        from dossier_event e where e.unit_id = d.unit_id and e.dossier_id = d.id) as events,
      (select jsonb_agg(to_jsonb(o) - 'unit_id' - 'dossier_id' order by version_id)
        from dossier_outcome o where o.unit_id = d.unit_id and o.dossier_id = d.id) as outcomes
    from dossier d where unit_id = ${unitId} order by external_code`;
  const days = await database.root<{ day: string }[]>`
    select distinct day from rollup_dirty where unit_id = ${unitId} order by day`;
  return { dossiers: dossiers.map((row) => ({ ...row }) as unknown as Stored), days: days.map(({ day }) => day) };
}

async function unitUnderModel() {
  const unitId = await newUnit(database.owner);
  return { ctx: actingAt(database, unitId, NOW), versionId: await adoptOwn(database, unitId, "2026-09-10") };
}

describe("many dossiers at once", () => {
  it("are what they are a few at a time", async () => {
    await fc.assert(
      fc.asyncProperty(batch, batch, async (first, second) => {
        const [atOnce, few] = [await unitUnderModel(), await unitUnderModel()];
        for (const each of [first, second]) await recordAll(atOnce.ctx, each);
        for (const each of [first, second]) {
          const single = merged(each);
          for (let from = 0; from < single.length; from += 60) await recordAll(few.ctx, single.slice(from, from + 60));
        }
        const text = (value: unknown) => JSON.stringify(value).replaceAll(few.versionId, atOnce.versionId);
        const [left, right] = [await stored(atOnce.ctx.unitId), await stored(few.ctx.unitId)];
        expect(left.dossiers.length).toBeGreaterThan(110);
        expect(JSON.parse(text(left))).toEqual(JSON.parse(text(right)));
        const again = await recordAll(atOnce.ctx, [...first, ...second]);
        expect(again).toMatchObject({ created: 0, changed: 0 });
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it("keep the facts and outcomes that their stored events come to", async () => {
    const [{ ctx, versionId }, sample] = [await unitUnderModel(), fc.sample(batch, { numRuns: 1, seed: 7 })[0]!];
    await recordAll(ctx, sample);
    const { dossiers } = await stored(ctx.unitId);
    const judge = await inUnit(ctx, (_tx, sql) => loadJudge(sql, ctx.unitId, ctx.now));
    for (const { row, events: kept, outcomes } of dossiers) {
      const facts = judge.fold(kept);
      const columns = JSON.parse(JSON.stringify(factsToColumns(facts))) as Record<string, unknown>;
      for (const [property, value] of Object.entries(columns)) {
        const column = row[property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
        expect([property, asInstant(column)]).toEqual([property, asInstant(value)]);
      }
      const own = row.received_on >= "2026-09-10" ? versionId : null;
      expect(row.own_version_id).toBe(own);
      const expected = judge.judge(facts, row.received_on, toLocalMinute(ctx.now), own);
      expect(outcomes?.map(({ version_id, bits, pending }) => [version_id, BigInt(bits), pending]) ?? []).toEqual(
        expected.map(({ span, judgements }) => [
          span.versionId,
          packOutcomes(judgements),
          judgements.some(({ outcome }) => outcome === "pending"),
        ]),
      );
    }
  });
});

interface Stored {
  row: Record<string, unknown> & { received_on: string };
  events: DossierEvent[];
  outcomes: { version_id: string; bits: number; pending: boolean }[] | null;
}

/** Instants in one way of writing, whatever else as it is. */
const asInstant = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value;

/** One intake a code, as a source that tells a dossier once would. */
function merged(intakes: readonly DossierIntake[]): DossierIntake[] {
  const codes = [...new Set(intakes.map(({ externalCode }) => externalCode))];
  return codes.map((externalCode) => {
    const same = intakes.filter((each) => each.externalCode === externalCode);
    const last = (field: "applicantName" | "phone" | "officer") =>
      same.findLast((each) => each[field])?.[field] ?? null;
    return {
      externalCode,
      applicantName: last("applicantName"),
      phone: last("phone"),
      officer: last("officer"),
      events: same.flatMap(({ events: list }) => list),
    };
  });
}

describe("a finished dossier without an appointment", () => {
  it("was due by the term of its procedure as it stood on the day of receipt", async () => {
    await database.root`
      insert into procedure (code, effective_from, name, procedure_group, term, confidence) values
        ('1.000777', '2020-01-01', 'Thủ tục đổi thời hạn', 'other', '2 working-days', 'high'),
        ('1.000777', '2026-09-15', 'Thủ tục đổi thời hạn', 'other', '1 working-days', 'high')`;
    const { ctx } = await unitUnderModel();
    const done = (externalCode: string, received: string, procedure = "1.000777"): DossierIntake => ({
      externalCode,
      events: [
        happened(received, { type: "received", procedure, channel: "direct", flags: [] }),
        happened("2026-09-18T15:00", { type: "finished" }),
      ],
    });
    await recordAll(ctx, [
      done("before", "2026-09-14T08:00"),
      done("after", "2026-09-15T08:00"),
      done("unknown", "2026-09-15T08:00", "9.999999"),
    ]);
    const rows = await database.root<{ code: string; due: Date | null }[]>`
      select external_code as code, due_at as due from dossier where unit_id = ${ctx.unitId} order by 1`;
    expect(rows.map(({ code, due }) => [code, due && new Date(due)])).toEqual([
      ["after", moment("2026-09-16T08:00")],
      ["before", moment("2026-09-16T08:00")],
      ["unknown", null],
    ]);
  });
});
