import { modelEntries, PARAM_TARGETS } from "../model/model-entries";
import type { ModelSource, Rule } from "../model/model-schema";
import { ruleKinds } from "../rules/rule-kinds";

/** Where a new rule of a kind begins, for what the kind does not say by itself. Proposals: the unit's plan decides. */
const PROPOSED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "dossier.finished-within": { term: "3 working-days" },
  "dossier.letter": { groups: ["birth"], letter: "congratulation" },
  "survey.satisfied-share": { at_least: 0.9 },
  "survey.quota": {
    tiers: [{ below: 100, share: 0.5 }, { below: 500, share: 0.3 }, { below: 1000, share: 0.2 }, { share: 0.1 }],
  },
  "officer.dissatisfied-share": { levels: [1, 2] },
  "activity.frequency": { every: "month" },
  "petition.within-term": { step: "resolved", term: "30 calendar-days" },
  "publication.by-dates": { continuous: true },
  "feedback.answered": { within: "5 working-days" },
  "index.at-least": { points: 80 },
};

/** What a rule of the kind may name in a model: ids of the first entries that fit, by parameter. */
function firstEntries(kind: string, model: ModelSource): Record<string, string> {
  const names = Object.keys(ruleKinds.get(kind)?.params.shape ?? {}).filter((name) => name in PARAM_TARGETS);
  return Object.fromEntries(
    names.flatMap((name) => {
      const entry = modelEntries(model).find(({ type }) => PARAM_TARGETS[name]?.includes(type));
      return entry ? [[name, entry.id]] : [];
    }),
  );
}

/** A rule of a kind to begin with; what only the author knows (a date, the name of an activity) is left open. */
export function newRule(kind: string, model: ModelSource): Rule {
  return { kind, ...PROPOSED[kind], ...firstEntries(kind, model) };
}

/** Parameters for which the model has nothing to name: without it, the kind cannot be used yet. */
export function missingEntries(kind: string, model: ModelSource): string[] {
  const names = Object.keys(ruleKinds.get(kind)?.params.shape ?? {}).filter((name) => name in PARAM_TARGETS);
  const found = firstEntries(kind, model);
  return names.filter((name) => !(name in found));
}
