import { closestWord } from "./closest-word";
import { looserThan, STRICTER_WORDS } from "./compare-strictness";
import type { Entry, Loose } from "./model-entries";
import type { Finding } from "./model-problem";
import type { ModelSource } from "./model-schema";
import { paramsOf, type RuleLanguage } from "./rule-language";
import { schemaFindings } from "./schema-findings";

const ruleEntries = (own: readonly Entry[]): Entry[] => own.filter((entry) => entry.type === "rule");

/** Ids are any words, and `constructor` is one: only what the model itself says counts. */
const ruleOf = (model: ModelSource | undefined, id: string): Loose | undefined =>
  model && Object.hasOwn(model.rules, id) ? model.rules[id] : undefined;

/** A rule's parameters together with those it takes over from the rule of the same id and kind above. */
function mergedParams(rule: Loose, above: Loose | undefined): Record<string, unknown> {
  return { ...(above && above.kind === rule.kind ? paramsOf(above) : {}), ...paramsOf(rule) };
}

/** Rule kinds that do not exist, parameters that a kind does not take, floors on unknown parameters. */
export function checkRules(own: readonly Entry[], parent: ModelSource | undefined, kinds: RuleLanguage): Finding[] {
  return ruleEntries(own).flatMap(({ id, value, path }): Finding[] => {
    // The one name that a JavaScript object drops without a word.
    if (id === "__proto__") return [{ key: "bad-slug", path, at: "key", params: { value: id, example: "proto" } }];
    if (typeof value.kind !== "string" || value.kind === "") return [];
    const kind = kinds.get(value.kind);
    if (!kind) {
      const names = [...kinds.keys()];
      const params = { kind: value.kind, suggestion: closestWord(value.kind, names), known: names.join(", ") };
      return [{ key: "unknown-rule-kind", path: [...path, "kind"], at: "value", params }];
    }
    const params = mergedParams(value, ruleOf(parent, id));
    const parsed = kind.params.safeParse(params);
    const findings = parsed.success ? [] : schemaFindings(kind.params, parsed.error.issues, params, path);
    const names = Object.keys(kind.params.shape);
    const floor: readonly unknown[] = Array.isArray(value.floor) ? value.floor : [];
    for (const [index, name] of floor.entries()) {
      if (typeof name !== "string" || names.includes(name)) continue;
      const words = {
        kind: kind.kind,
        name,
        suggestion: closestWord(name, names),
        known: names.join(", ") || undefined,
      };
      findings.push({ key: "unknown-floor-parameter", path: [...path, "floor", index], at: "value", params: words });
    }
    return findings;
  });
}

const show = (value: unknown): string => {
  if (value === undefined) return "—";
  return typeof value === "string"
    ? value
    : Array.isArray(value)
      ? `[${value.map(show).join(", ")}]`
      : JSON.stringify(value);
};

/** Rules under a floor of the extended model that this one leaves out, turns into another kind, or loosens. */
export function checkFloors(
  own: readonly Entry[],
  omit: readonly unknown[],
  parent: ModelSource,
  kinds: RuleLanguage,
): Finding[] {
  const written = new Map(ruleEntries(own).map((entry) => [entry.id, entry]));
  return Object.entries(parent.rules).flatMap(([id, above]): Finding[] => {
    if (above.floor === undefined) return [];
    const findings: Finding[] = omit.flatMap((one, index) =>
      one === id ? [{ key: "omit-floor", path: ["omit", index], at: "value", params: { id, parent: parent.id } }] : [],
    );
    const entry = written.get(id);
    if (!entry || typeof entry.value.kind !== "string") return findings;
    const kind = kinds.get(above.kind);
    if (entry.value.kind !== above.kind || !kind) {
      const params = { id, parent: parent.id, before: above.kind, after: entry.value.kind };
      return [...findings, { key: "floor-kind", path: [...entry.path, "kind"], at: "value", params }];
    }
    const before = kind.params.safeParse(paramsOf(above));
    const after = kind.params.safeParse(mergedParams(entry.value, above));
    if (!before.success || !after.success) return findings;
    const names = above.floor === true ? Object.keys(kind.params.shape) : above.floor;
    for (const name of names) {
      const direction = kind.stricter[name] ?? "fixed";
      if (!looserThan(direction, before.data[name], after.data[name])) continue;
      const params = {
        id,
        name,
        parent: parent.id,
        before: show(before.data[name]),
        after: show(after.data[name]),
        ...STRICTER_WORDS[direction],
      };
      findings.push({ key: "floor-lowered", path: [...entry.path, name], at: "value", params });
    }
    return findings;
  });
}
