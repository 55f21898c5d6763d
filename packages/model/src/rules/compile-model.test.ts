import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DossierColumns } from "../dossier/dossier-columns";
import { type DossierFacts, NEVER } from "../dossier/dossier-facts";
import { AppError } from "../error/app-error";
import type { ModelSource } from "../model/model-schema";
import { packOutcomes, unpackOutcomes } from "../outcome/pack-outcomes";
import { emptyTally } from "../outcome/tally";
import { tallyOutcomes } from "../outcome/tally-outcomes";
import { compileModel } from "./compile-model";
import { at, caseEnv, dossierOf } from "./rule-cases";

const rules: ModelSource["rules"] = {
  "dung-hen": { kind: "dossier.on-time", title: "Đúng hẹn", clause: "II.1.1", floor: true },
  "hai-long": { kind: "survey.satisfied-share", question: "general", at_least: 0.8 },
  "trong-ngay": {
    kind: "dossier.finished-within",
    term: "same-day",
    when: { procedures: "registered", received_before: "15:00" },
  },
  "thu-sau": {
    kind: "dossier.finished-within",
    term: "same-day",
    when: { weekdays: [5], except_flags: ["needs-verification"] },
  },
  "bo-sung": { kind: "dossier.max-supplements" },
  "hen-lai": { kind: "dossier.max-reappointments" },
  "xin-loi": { kind: "dossier.apology", requires: ["cause"], before: "end-of-due-day", signed_by: ["chairman"] },
  "ket-thuc": { kind: "dossier.closed-after-finish", within: "4 working-hours" },
  "chuc-mung": { kind: "dossier.letter", groups: ["birth"], letter: "congratulation", within: "2 calendar-days" },
  "hen-gan-nhat": { kind: "dossier.on-time", against: "promised" },
};
const model = compileModel({ id: "m", rules }, caseEnv);

const START = at("2024-11-11 08:00");
const minute = fc.integer({ min: START, max: START + 14 * 1440 });
const maybe = fc.oneof(fc.constant(NEVER), minute);
const anyFacts: fc.Arbitrary<DossierFacts> = fc
  .record({
    procedure: fc.constantFrom("1.001193", "2.000815", "1.000656"),
    group: fc.constantFrom("birth", "death", "certification", "unheard-of"),
    channel: fc.constantFrom("direct", "online"),
    flags: fc.subarray(["urgent", "needs-verification"]),
    receivedAt: minute,
    acceptedAt: maybe,
    dueAt: maybe,
    promisedAt: maybe,
    finishedAt: maybe,
    closedAt: maybe,
    endedAt: maybe,
    pausedSince: maybe,
    pausedMinutes: fc.integer({ min: 0, max: 2000 }),
    supplementRequests: fc.integer({ min: 0, max: 300 }),
    reappointments: fc.integer({ min: 0, max: 3 }),
    apologyAt: maybe,
    apologyFields: fc.subarray(["cause", "new-due"]),
    apologySigner: fc.constantFrom("chairman", "officer", null),
    letters: fc.array(fc.record({ letter: fc.constantFrom("congratulation", "thanks"), at: minute }), { maxLength: 2 }),
  })
  .map((some) => dossierOf(some as Partial<DossierFacts>));

describe("compileModel", () => {
  it("keeps the order of the YAML", () => {
    expect(model.ruleIds).toEqual(Object.keys(rules));
    expect(model.dossierRuleIds).toEqual(Object.keys(rules).filter((id) => id !== "hai-long"));
  });

  it("names the rule that it cannot read", () => {
    const broken = (rule: ModelSource["rules"][string]) => () => compileModel({ id: "m", rules: { x: rule } }, caseEnv);
    expect(broken({ kind: "dossier.unheard-of" })).toThrow("INVALID rule.unknownKind");
    expect(broken({ kind: "dossier.max-supplements", max: -1 })).toThrow("INVALID rule.badParams");
    expect(broken({ kind: "dossier.max-supplements", maximum: 1 })).toThrow("INVALID rule.badParams");
  });

  it("has room for 32 dossier rules and no more", () => {
    const many = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`r${i}`, { kind: "dossier.max-supplements", max: i % 2 }]),
      );
    const full = compileModel({ id: "m", rules: many(32) }, caseEnv);
    const cols = new DossierColumns();
    cols.push(dossierOf({ finishedAt: START, supplementRequests: 1 }));
    const [bits] = new BigInt64Array(full.judgeColumns(cols, START).buffer);
    expect(bits).toBeLessThan(0x7fff_ffff_ffff_ffffn);
    const { low, high } = full.packDossier(dossierOf({ finishedAt: START, supplementRequests: 1 }), START);
    expect((BigInt(high) << 32n) | BigInt(low >>> 0)).toBe(bits);
    expect(unpackOutcomes(bits!, 32)).toEqual(Array.from({ length: 32 }, (_, i) => (i % 2 === 0 ? "missed" : "met")));
    expect(() => compileModel({ id: "m", rules: many(33) }, caseEnv)).toThrow("INVALID rule.tooMany");
  });

  it("judges columns as it judges single dossiers, whatever the blocks", () => {
    fc.assert(
      fc.property(
        fc.array(anyFacts, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 400 }),
        minute,
        (some, times, asOf) => {
          const cols = new DossierColumns();
          for (let i = 0; i < times; i++) for (const facts of some) cols.push(facts);
          const packed = model.judgeColumns(cols, asOf);
          const bits = new BigInt64Array(packed.buffer);
          const expected = some.map((facts) => packOutcomes(model.judgeDossier(facts, asOf)));
          expect([...bits.slice(-some.length)]).toEqual(expected);
          expect([...bits.slice(0, some.length)]).toEqual(expected);
          expect(model.judgeColumns(cols, asOf, packed.slice().fill(0xffffffff))).toEqual(packed);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("counts columns into tallies", () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 40 }), minute, (some, asOf) => {
        const cols = new DossierColumns();
        for (const facts of some) cols.push(facts);
        const expected = model.dossierRuleIds.map(emptyTally);
        for (const facts of some) {
          model.judgeDossier(facts, asOf).forEach(({ outcome }, rule) => {
            expected[rule]![outcome === "not-applicable" ? "notApplicable" : outcome]++;
          });
        }
        expect(tallyOutcomes(model.judgeColumns(cols, asOf), some.length, model.dossierRuleIds.length)).toEqual(
          expected,
        );
      }),
    );
  });

  it("says when to judge again: nothing changes before, something changes then", () => {
    const outcomes = (facts: DossierFacts, asOf: number) =>
      model.judgeDossier(facts, asOf).map(({ outcome }) => outcome);
    fc.assert(
      fc.property(anyFacts, minute, fc.double({ min: 0, max: 1, noNaN: true }), (facts, asOf, share) => {
        const next = model.nextJudgeAt(facts, asOf);
        const horizon = Math.min(next - 1, asOf + 60 * 1440);
        expect(next).toBeGreaterThan(asOf);
        expect(outcomes(facts, asOf + Math.floor(share * (horizon - asOf)))).toEqual(outcomes(facts, asOf));
        expect(outcomes(facts, horizon)).toEqual(outcomes(facts, asOf));
        if (next !== NEVER) expect(outcomes(facts, next)).not.toEqual(outcomes(facts, asOf));
      }),
      { numRuns: 500 },
    );
  });

  it("packs what it judges of one dossier, with the next minute to look", () => {
    fc.assert(
      fc.property(anyFacts, minute, (facts, asOf) => {
        const judged = model.judgeDossier(facts, asOf);
        const { low, high, pending, nextJudgeAt } = model.packDossier(facts, asOf);
        expect(BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0))).toBe(packOutcomes(judged));
        expect(pending).toBe(judged.some(({ outcome }) => outcome === "pending"));
        expect(nextJudgeAt).toBe(model.nextJudgeAt(facts, asOf));
      }),
      { numRuns: 500 },
    );
  });

  it("does not pass a judgement from one dossier on to the next", () => {
    const late = dossierOf({
      finishedAt: at("2024-11-20 08:00"),
      supplementRequests: 2,
      letters: [{ letter: "congratulation", at: START }],
    });
    const fine = dossierOf({ finishedAt: at("2024-11-11 09:00") });
    const alone = compileModel({ id: "m", rules }, caseEnv).judgeDossier(fine, START);
    model.judgeDossier(late, START);
    expect(model.judgeDossier(fine, START)).toEqual(alone);
  });

  it("knows procedures and flags that it sees for the first time", () => {
    const fresh = compileModel(
      {
        id: "m",
        rules: {
          x: {
            kind: "dossier.finished-within",
            term: "same-day",
            when: { procedures: "registered", except_flags: ["a"] },
          },
        },
      },
      caseEnv,
    );
    const outcomeOf = (facts: Partial<DossierFacts>) =>
      fresh.judgeDossier(dossierOf({ finishedAt: START + 60, ...facts }), START)[0]?.outcome;
    expect(outcomeOf({})).toBe("met");
    expect(outcomeOf({ procedure: "2.000815" })).toBe("not-applicable");
    expect(outcomeOf({ flags: ["a"] })).toBe("not-applicable");
    expect(outcomeOf({ flags: ["b"] })).toBe("met");
  });

  it("judges the other facts of a unit where they are there", () => {
    const period = { from: START, to: START + 1440 };
    const survey = { period, dossiers: 20, responses: 10, levels: { general: [0, 0, 2, 4, 4] as const } };
    expect(model.judgeUnit({}, START)).toEqual(new Map());
    expect(model.judgeUnit({ survey }, START).get("hai-long")).toMatchObject({
      judgements: [{ outcome: "met" }],
      tally: { met: 8, missed: 2, pending: 0, notApplicable: 0 },
    });
  });
});

describe("packOutcomes", () => {
  it("is undone by unpackOutcomes and fits a bigint of PostgreSQL", () => {
    const outcome = fc.constantFrom("met", "missed", "pending", "not-applicable");
    fc.assert(
      fc.property(fc.array(fc.record({ outcome }), { maxLength: 32 }), (judgements) => {
        const bits = packOutcomes(judgements);
        expect(unpackOutcomes(bits, judgements.length)).toEqual(judgements.map((one) => one.outcome));
        expect(BigInt.asIntN(64, bits)).toBe(bits);
      }),
    );
    expect(packOutcomes(Array.from({ length: 32 }, () => ({ outcome: "pending" as const })))).toBe(-1n);
    expect(() => packOutcomes(Array.from({ length: 33 }, () => ({ outcome: "met" as const })))).toThrow(AppError);
  });
});
