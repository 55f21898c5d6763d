import { closestWord } from "./closest-word";
import { type Entry, type EntryType, MEASURES, modelReferences } from "./model-entries";
import type { Finding } from "./model-problem";

/** What a model takes over from the one it extends. */
export interface Inherited {
  parent: string;
  /** All entries of the extended model. */
  all: readonly Entry[];
  /** Those that stay: neither omitted nor written again. */
  kept: readonly Entry[];
}

const namespaceOf = (type: EntryType): string => (MEASURES.includes(type) ? "measure" : type);
const keyOf = (entry: Entry): string => `${namespaceOf(entry.type)} ${entry.id}`;

/** Ids used twice in one namespace, within the text and against what it takes over. */
export function checkIds(own: readonly Entry[], inherited: Inherited | undefined): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, Entry>();
  const taken = new Map((inherited?.kept ?? []).map((entry) => [keyOf(entry), entry]));
  for (const entry of own) {
    const before = first.get(keyOf(entry));
    const path = entry.type === "rule" ? entry.path : [...entry.path, "id"];
    const at = entry.type === "rule" ? "key" : "value";
    if (before) {
      findings.push({ key: "duplicate-id", path, at, params: { id: entry.id, type: before.type }, other: before.path });
      continue;
    }
    first.set(keyOf(entry), entry);
    const above = taken.get(keyOf(entry));
    if (above && above.type !== entry.type) {
      const params = { id: entry.id, type: above.type, parent: inherited?.parent };
      findings.push({ key: "duplicate-inherited-id", path, at, params });
    }
  }
  return findings;
}

/** Names of entries that resolve to nothing, or to something of a wrong type. */
export function checkReferences(own: readonly Entry[], inherited: Inherited | undefined): Finding[] {
  const all = [...own, ...(inherited?.kept ?? [])];
  return modelReferences(own).flatMap(({ owner, target, types, path }): Finding[] => {
    const found = all.filter((entry) => entry.id === target);
    if (found.some((entry) => types.includes(entry.type))) return [];
    const wrong = found.find((entry) => MEASURES.includes(entry.type));
    if (wrong && owner.type === "score-line") {
      return [{ key: "score-line-not-rule", path, at: "value", params: { id: target, type: wrong.type } }];
    }
    const ids = all.filter((entry) => types.includes(entry.type)).map((entry) => entry.id);
    const params = { id: target, types: types.join(", "), suggestion: closestWord(target, ids) };
    return [{ key: "unknown-reference", path, at: "value", params }];
  });
}

/** Faults of `omit`: nothing to leave out, left out and written again, or still needed by what stays. */
export function checkOmit(
  omit: readonly unknown[],
  own: readonly Entry[],
  inherited: Inherited | undefined,
): Finding[] {
  if (!inherited) return omit.length ? [{ key: "omit-without-extends", path: ["omit"], at: "key", params: {} }] : [];
  const { parent, all, kept } = inherited;
  const available = [...own, ...kept];
  const rewritten = new Map(own.map((entry) => [`${entry.type} ${entry.id}`, entry]));
  // A rule written again keeps the parameters it does not mention, and with them what they name.
  const owners = all.filter(
    (entry) => kept.includes(entry) || (entry.type === "rule" && rewritten.has(`rule ${entry.id}`)),
  );
  const dangling = modelReferences(owners).filter(
    ({ owner, target, types, path }) =>
      !Object.hasOwn(rewritten.get(`${owner.type} ${owner.id}`)?.value ?? {}, String(path.at(-1))) &&
      !available.some((entry) => entry.id === target && types.includes(entry.type)),
  );
  return omit.flatMap((id, index): Finding[] => {
    if (typeof id !== "string") return [];
    const place = { path: ["omit", index], at: "value" } as const;
    if (!all.some((entry) => entry.id === id)) {
      const suggestion = closestWord(id, new Set(all.map((entry) => entry.id)));
      return [{ key: "omit-unknown", ...place, params: { id, parent, suggestion } }];
    }
    const both = own.some((entry) => entry.id === id && all.some((one) => one.id === id && one.type === entry.type));
    const findings: Finding[] = both ? [{ key: "omit-and-declare", ...place, params: { id } }] : [];
    // A floor cannot be omitted at all: what it would leave behind is no news.
    if (all.some((entry) => entry.type === "rule" && entry.id === id && entry.value.floor !== undefined))
      return findings;
    const users = new Map(dangling.filter((one) => one.target === id).map((one) => [one.owner.id, one.owner]));
    for (const owner of users.values()) {
      findings.push({ key: "omit-leaves-reference", ...place, params: { id, type: owner.type, owner: owner.id } });
    }
    return findings;
  });
}
