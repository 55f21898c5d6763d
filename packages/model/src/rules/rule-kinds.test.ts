import { describe, expect, it, test } from "vitest";
import { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { judgementOf, outcomeCode } from "../outcome/judgement";
import type { Reason } from "../outcome/outcome";
import { REASON_PARAMS } from "../outcome/reason-keys";
import type { DossierRuleKind, FactRuleKind } from "./define-rule-kind";
import { caseEnv, dossierCaseFiles, dossierOf, factCaseFiles } from "./rule-cases";
import { ruleKinds } from "./rule-kinds";

const KINDS = [
  "dossier.on-time",
  "dossier.finished-within",
  "dossier.max-supplements",
  "dossier.max-reappointments",
  "dossier.apology",
  "dossier.closed-after-finish",
  "dossier.letter",
  "survey.satisfied-share",
  "survey.quota",
  "officer.dissatisfied-share",
  "activity.frequency",
  "petition.within-term",
  "feedback.answered",
  "pledge.signed",
  "task.done",
  "publication.by-dates",
  "report.handed-in",
  "index.at-least",
];
const given = new Set<string>();

function checkReason({ key, params }: Reason): void {
  given.add(key);
  const wanted: Record<string, readonly string[]> = REASON_PARAMS;
  expect(Object.keys(params).sort(), key).toEqual([...(wanted[key] ?? ["an unknown key"])].sort());
}

test("the registry holds every kind once, each with its cases", () => {
  expect([...ruleKinds.keys()]).toEqual(KINDS);
  expect([...dossierCaseFiles, ...factCaseFiles].map(({ kind }) => kind).sort()).toEqual([...KINDS].sort());
});

for (const file of dossierCaseFiles) {
  const kind = ruleKinds.get(file.kind) as DossierRuleKind;
  describe(file.kind, () => {
    for (const one of file.cases) {
      it(one.name, () => {
        const facts = dossierOf(one.facts);
        const cols = new DossierColumns();
        cols.push(facts);
        const rule = kind.compile(one.params ?? file.params, caseEnv);
        const reason = rule.reason(cols, 0, one.as_of);
        expect(judgementOf(rule.judge(cols, 0, one.as_of), reason)).toMatchObject({
          outcome: one.outcome,
          reason: { key: one.reason, params: one.with },
        });
        checkReason(reason);
        const out = new Uint32Array(2);
        rule.block(cols, 0, 1, one.as_of, out, 1, 4);
        expect(out).toEqual(new Uint32Array([0, outcomeCode(one.outcome) << 4]));
        const next = rule.flipsAt(cols, 0, one.as_of);
        if (one.next !== undefined) expect(next).toBe(one.next);
        if (next !== NEVER) {
          expect(rule.judge(cols, 0, next - 1)).toBe(rule.judge(cols, 0, one.as_of));
          expect(rule.judge(cols, 0, next)).not.toBe(rule.judge(cols, 0, one.as_of));
        }
      });
    }
    it("has a case for every outcome", () => {
      const outcomes = ["met", "missed", "pending", ...(file.kind.includes(".max-") ? [] : ["not-applicable"])];
      expect([...new Set(file.cases.map(({ outcome }) => outcome))].sort()).toEqual(outcomes.sort());
    });
  });
}

for (const file of factCaseFiles) {
  const kind = ruleKinds.get(file.kind) as FactRuleKind;
  describe(file.kind, () => {
    for (const one of file.cases) {
      it(one.name, () => {
        const outcome = kind.judge(one.params ?? file.params, { [kind.judges]: one.facts }, one.as_of, caseEnv);
        const judgements = outcome?.judgements ?? [];
        expect(judgements.map((judgement) => judgement.outcome)).toEqual(one.outcomes);
        expect(judgements.map(({ reason }) => reason.key)).toEqual(one.reasons);
        for (const { reason } of judgements) checkReason(reason);
        expect(judgements[0]?.reason.params ?? {}).toMatchObject(one.with);
        if (one.tally) expect(outcome?.tally).toEqual(one.tally);
      });
    }
    it("is silent without facts of its area", () => {
      expect(kind.judge(file.params, {}, 0, caseEnv)).toBeNull();
    });
  });
}

test("every reason of the list is given in some case", () => {
  expect([...given].sort()).toEqual(Object.keys(REASON_PARAMS).sort());
});

test("unknown parameters are errors, defaults are filled in", () => {
  for (const kind of ruleKinds.values()) {
    expect(kind.params.safeParse({ surely_unknown: 1 }).error?.issues.at(-1)?.code).toBe("unrecognized_keys");
    for (const name of Object.keys(kind.stricter)) expect(Object.keys(kind.params.shape)).toContain(name);
  }
  expect(ruleKinds.get("dossier.max-supplements")?.params.parse({})).toEqual({ max: 1 });
});
