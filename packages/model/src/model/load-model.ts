import { ruleKinds } from "../rules/rule-kinds";
import { checkIds, checkOmit, checkReferences, type Inherited } from "./check-entries";
import { checkReminderFloor } from "./check-reminders";
import { checkFloors, checkRules } from "./check-rules";
import { checkSurveys } from "./check-surveys";
import { checkDates, checkScorecard } from "./check-values";
import { extendModel } from "./extend-model";
import { type Entry, isLoose, type Loose, modelEntries } from "./model-entries";
import type { Finding, ModelProblem } from "./model-problem";
import { type ModelSource, modelSource } from "./model-schema";
import { readYaml } from "./read-yaml";
import type { RuleLanguage } from "./rule-language";
import { schemaFindings } from "./schema-findings";

interface LoadModelOptions {
  /** Name of the file, for the reader of problems. */
  file: string;
  /** Finds a model that others extend; it may itself extend another. */
  library?: (id: string) => ModelSource | undefined;
  /** Rule kinds a model may use; all there are unless told otherwise. */
  kinds?: RuleLanguage;
}

export type LoadedModel =
  /** `model` is resolved through `extends` and stands alone; `own` is what the text itself says. */
  { model: ModelSource; own: ModelSource } | { problems: ModelProblem[] };

type Ancestor = { model: ModelSource } | { finding: Finding };

/** The extended model in full, through its own ancestors. */
function resolveAncestor(id: string, library: LoadModelOptions["library"], chain: readonly string[]): Ancestor {
  const place = { path: ["extends"], at: "value" } as const;
  if (chain.includes(id)) {
    return { finding: { key: "extends-cycle", ...place, params: { chain: [...chain, id].join(" → ") } } };
  }
  const found = library?.(id);
  if (!found) return { finding: { key: "extends-unknown", ...place, params: { id } } };
  if (found.extends === undefined) return { model: found };
  const above = resolveAncestor(found.extends, library, [...chain, id]);
  return "model" in above ? { model: extendModel(above.model, found) } : above;
}

function inheritedFrom(parent: ModelSource, own: readonly Entry[], omit: readonly unknown[]): Inherited {
  const rewritten = new Set(own.map((entry) => `${entry.type} ${entry.id}`));
  const all = modelEntries(parent);
  const gone = all.filter((entry) => omit.includes(entry.id));
  const kept = all.filter(
    (entry) =>
      !rewritten.has(`${entry.type} ${entry.id}`) &&
      // Commitments and questions go with the slogan or form that holds them.
      !gone.some((one) => one === entry || one.path.every((step, depth) => entry.path[depth] === step)),
  );
  return { parent: parent.id, all, kept };
}

/** Omitting can leave a slogan, form or scorecard without a single entry. */
function checkResolved(model: ModelSource): Finding[] {
  const parsed = modelSource.safeParse(model);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const holder: unknown = issue.path
      .slice(0, 2)
      .reduce<unknown>((here, step) => Reflect.get(Object(here), step), model);
    const path = [issue.path[0], isLoose(holder) ? holder.id : issue.path[1], ...issue.path.slice(2)].join(".");
    return { key: "omit-leaves-empty", path: ["omit"], at: "key", params: { path } };
  });
}

function checkSource(source: Loose, options: LoadModelOptions): { findings: Finding[]; parent?: ModelSource } {
  const { kinds = ruleKinds } = options;
  const own = modelEntries(source);
  const omit: readonly unknown[] = Array.isArray(source.omit) ? source.omit : [];
  const chain = typeof source.id === "string" ? [source.id] : [];
  const above =
    typeof source.extends === "string" ? resolveAncestor(source.extends, options.library, chain) : undefined;
  const parent = above && "model" in above ? above.model : undefined;
  const inherited = parent && inheritedFrom(parent, own, omit);
  const kept = inherited?.kept ?? [];
  const findings = [
    ...checkIds(own, inherited),
    ...checkRules(own, parent, kinds),
    ...checkDates(source, own),
    ...(Array.isArray(source.order) && source.extends === undefined
      ? [{ key: "order-without-extends", path: ["order"], at: "key", params: {} } as const]
      : []),
    ...(parent ? [...checkFloors(own, omit, parent, kinds), ...checkReminderFloor(source.reminders, parent)] : []),
  ];
  // With the extended model missing, every name taken from it would seem wrong.
  if (above && "finding" in above) return { findings: [...findings, above.finding] };
  findings.push(
    ...checkReferences(own, inherited),
    ...checkSurveys(source.surveys, omit, parent),
    ...checkOmit(omit, own, inherited),
    ...checkScorecard(source, own, kept, parent?.scorecard?.total),
  );
  return { findings, ...(parent ? { parent } : {}) };
}

/**
 * Reads a model of friendly government from YAML and checks it whole: shape, ids, names of entries, rule kinds and
 * their parameters, sums, dates, inheritance and floors. Reports every problem with file, line, column, path and a
 * sentence in both languages; never throws on a bad text.
 */
export function loadModel(yamlText: string, options: LoadModelOptions): LoadedModel {
  const yaml = readYaml(yamlText, options.file);
  if (yaml.broken) return { problems: yaml.place([]) };
  const parsed = modelSource.safeParse(yaml.value);
  const findings = parsed.success ? [] : schemaFindings(modelSource, parsed.error.issues, yaml.value);
  const checked = isLoose(yaml.value) ? checkSource(yaml.value, options) : { findings: [] };
  findings.push(...checked.findings);
  if (parsed.success && !findings.length) {
    const own = parsed.data;
    const model = checked.parent ? extendModel(checked.parent, own) : own;
    findings.push(...checkResolved(model));
    if (!findings.length && !yaml.problems.length) return { model, own };
  }
  return { problems: yaml.place(findings) };
}
