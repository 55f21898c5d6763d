import { type ConditionProperties, Engine, type TopLevelCondition } from "json-rules-engine";
import { type ReadyFacts, workloadAsOf, workloadRules } from "../src/bench/rules-workload";
import { apologyFieldBits, signerCode } from "../src/dossier/dossier-columns";
import { NEVER } from "../src/dossier/dossier-facts";

type Name = keyof ReadyFacts | "asOf";
const compare = (fact: Name, operator: string, value: unknown): ConditionProperties => ({ fact, operator, value });
const after = (left: Name, right: Name) => compare(left, "greaterThan", { fact: right });
const none = (fact: Name) => compare(fact, "equal", NEVER);
const some = (fact: Name) => compare(fact, "notEqual", NEVER);

/** Not done by the limit although the work is finished. */
const notDoneBy = (doneAt: Name, limitAt: Name): TopLevelCondition => ({
  any: [{ all: [some(doneAt), after(doneAt, limitAt)] }, { all: [none(doneAt), after("asOf", limitAt)] }],
});
const complete = apologyFieldBits(["cause", "new-due", "responsible"]);

/** When each rule of the workload is missed; the peer is asked for nothing else. */
const missedWhen: Record<string, TopLevelCondition> = {
  "dung-hen": { all: [after("clockAt", "dueAt")] },
  "dung-hen-lai": { all: [after("clockAt", "promisedAt")] },
  "trong-ngay": { all: [compare("registered", "equal", true), after("clockAt", "sameDayAt")] },
  "bo-sung": { all: [compare("supplementRequests", "greaterThan", 1)] },
  "hen-lai": { all: [compare("reappointments", "greaterThan", 1)] },
  "xin-loi": {
    all: [
      after("clockAt", "dueAt"),
      after("asOf", "dueAt"),
      {
        any: [
          after("apologyAt", "dueAt"),
          compare("apologyFields", "lacks", complete),
          compare("apologySigner", "notIn", [signerCode("chairman"), signerCode("vice-chairman")]),
        ],
      },
    ],
  },
  "ket-thuc": { all: [some("finishedAt"), notDoneBy("closedAt", "afterFinishAt")] },
  "chuc-mung": {
    all: [
      compare("group", "in", ["birth", "marriage"]),
      some("finishedAt"),
      notDoneBy("congratulatedAt", "afterFinishAt"),
    ],
  },
};

/** json-rules-engine with the eight rules, as its manual would have them written. */
export function jsonRulesPeer(): (facts: ReadyFacts) => Promise<Set<string>> {
  const engine = new Engine();
  engine.addOperator<number, number>("lacks", (bits, wanted) => (bits & wanted) !== wanted);
  engine.addFact("asOf", workloadAsOf);
  for (const type of Object.keys(workloadRules)) engine.addRule({ conditions: missedWhen[type]!, event: { type } });
  return async (facts) => new Set((await engine.run(facts)).events.map(({ type }) => type));
}
