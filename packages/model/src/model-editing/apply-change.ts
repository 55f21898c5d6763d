import type { Document } from "yaml";
import { AppError } from "../error/app-error";
import { canonical } from "../model/compare-strictness";
import type { Commitment, ModelSource } from "../model/model-schema";
import { paramsOf } from "../model/rule-language";
import { ruleKinds } from "../rules/rule-kinds";
import { addEntry, idsAt, openModelText, pathOf, removeEntry, setOmitted, setOrDrop } from "./edit-document";
import type { ModelChange } from "./model-change";

type Change<K extends ModelChange["change"]> = Extract<ModelChange, { change: K }>;
type Above = ModelSource | undefined;

const missing = (id: string) => new AppError("NOT_FOUND", "model.entryNotFound", { id });

/** The commitment in the draft's own text; taken over from the extended model, with its slogan, when it was not there. */
function ownCommitment(document: Document, above: Above, id: string): (string | number)[] {
  const slogans = idsAt(document, ["slogans"]);
  for (const index of slogans.keys()) {
    const path = pathOf(document, ["slogans", index, "commitments"], id);
    if (path) return path;
  }
  const slogan = above?.slogans.find(({ commitments }) => commitments.some((one) => one.id === id));
  const commitment = slogan?.commitments.find((one) => one.id === id);
  if (!slogan || !commitment) throw missing(id);
  return addCommitment(document, slogan, commitment);
}

function addCommitment(document: Document, slogan: ModelSource["slogans"][number], commitment: Commitment) {
  const at = pathOf(document, ["slogans"], slogan.id);
  const { commitments: _, ...head } = slogan;
  const path = at ?? addEntry(document, ["slogans"], head);
  return addEntry(document, [...path, "commitments"], commitment);
}

function ownEntry(document: Document, list: string, id: string, above: readonly { id: string }[] | undefined) {
  const path = pathOf(document, [list], id);
  if (path) return path;
  const inherited = above?.find((one) => one.id === id);
  if (!inherited) throw missing(id);
  return addEntry(document, [list], inherited);
}

function ownSlogan(document: Document, above: Above, id: string) {
  const path = pathOf(document, ["slogans"], id);
  if (path) return path;
  const slogan = above?.slogans.find((one) => one.id === id);
  const [first] = slogan?.commitments ?? [];
  if (!slogan || !first) throw missing(id);
  // A slogan cannot stand in a text without a commitment.
  addCommitment(document, slogan, first);
  return pathOf(document, ["slogans"], id) ?? ["slogans", 0];
}

function ownRule(document: Document, above: Above, id: string): string[] {
  const path = ["rules", id];
  if (document.hasIn(path)) return path;
  const rule = above?.rules[id];
  if (!rule) throw missing(id);
  document.setIn(path, document.createNode({ kind: rule.kind }));
  return path;
}

function setParameters(document: Document, above: Above, { rule, values }: Change<"parameters">) {
  const inherited = above?.rules[rule];
  const written: Record<string, unknown> = (document.toJS() as ModelSource).rules?.[rule] ?? {};
  const all = { ...(inherited ? paramsOf(inherited) : {}), ...paramsOf(written) };
  const usual = ruleKinds.get(String(written.kind ?? inherited?.kind))?.params.safeParse(all);
  const now: Record<string, unknown> = usual?.success ? usual.data : all;
  const changed = Object.entries(values).filter(
    ([name, value]) => canonical(now[name]) !== canonical(value ?? undefined),
  );
  if (changed.length === 0) return;
  const path = ownRule(document, above, rule);
  for (const [name, value] of changed) setOrDrop(document, [...path, name], value);
}

function setWording(document: Document, above: Above, { of, id, text }: Change<"wording">) {
  if (of === "commitment") document.setIn([...ownCommitment(document, above, id), "text"], text);
  else if (of === "slogan") document.setIn([...ownSlogan(document, above, id), "title"], text);
  else if (of === "criterion") document.setIn([...ownEntry(document, "criteria", id, above?.criteria), "title"], text);
  else document.setIn([...ownRule(document, above, id), "title"], text);
}

function chooseCriteria(document: Document, above: Above, keep: readonly string[]) {
  const kept = new Set(keep);
  for (const id of idsAt(document, ["criteria"])) if (!kept.has(id)) removeEntry(document, ["criteria"], id);
  setOmitted(document, above?.criteria.map(({ id }) => id) ?? [], kept);
}

function chooseCommitments(document: Document, above: Above, keep: readonly string[]) {
  const kept = new Set(keep);
  for (const slogan of idsAt(document, ["slogans"])) {
    const list = [...(pathOf(document, ["slogans"], slogan) ?? []), "commitments"];
    for (const id of idsAt(document, list)) if (!kept.has(id)) removeEntry(document, list, id);
    if (idsAt(document, list).length === 0) removeEntry(document, ["slogans"], slogan);
  }
  const slogans = above?.slogans ?? [];
  // A slogan of which nothing is kept goes as a whole: an empty one is no slogan.
  const whole = slogans.filter(({ commitments }) => commitments.every(({ id }) => !kept.has(id)));
  const parts = slogans.filter((slogan) => !whole.includes(slogan));
  const ids = slogans.flatMap(({ id, commitments }) => [id, ...commitments.map((one) => one.id)]);
  const gone = new Set([
    ...whole.map(({ id }) => id),
    ...parts.flatMap(({ commitments }) => commitments.map(({ id }) => id).filter((id) => !kept.has(id))),
  ]);
  setOmitted(document, ids, new Set(ids.filter((id) => !gone.has(id))));
}

function setPoints(document: Document, above: Above, { points }: Change<"points">) {
  const list = ["scorecard", "lines"];
  const lines = above?.scorecard?.lines ?? [];
  const omitted = new Set<string>();
  for (const [id, value] of Object.entries(points)) {
    const path = pathOf(document, list, id);
    const inherited = lines.find((one) => one.id === id);
    if (!path && !inherited) throw missing(id);
    if (value === 0) {
      removeEntry(document, list, id);
      if (inherited) omitted.add(id);
    } else if (path) document.setIn([...path, "points"], value);
    else if (inherited && inherited.points !== value) {
      if (!document.hasIn(["scorecard"]) && above?.scorecard) {
        const { lines: _, ...card } = above.scorecard;
        document.setIn(["scorecard"], document.createNode(card));
      }
      addEntry(document, list, { ...inherited, points: value });
    }
  }
  if (idsAt(document, list).length === 0 && document.hasIn(["scorecard"])) document.deleteIn(["scorecard"]);
  const ids = lines.map(({ id }) => id).filter((id) => id in points);
  setOmitted(document, ids, new Set(ids.filter((id) => !omitted.has(id))));
}

function setBasis(document: Document, { title, summary, issuer, document: paper }: Change<"basis">) {
  document.setIn(["title"], title);
  setOrDrop(document, ["summary"], summary);
  const number = paper?.number ?? undefined;
  const date = paper?.date ?? undefined;
  const issued = paper ? { title: paper.title, ...(number ? { number } : {}), ...(date ? { date } : {}) } : undefined;
  document.setIn(["issued_by", "unit"], issuer);
  setOrDrop(document, ["issued_by", "document"], issued);
}

/**
 * The text of a draft after one change; comments and what is not touched stay as they are. Entries of the extended model
 * (`above`, in full) are taken over into the text when they are changed. Checks nothing: `loadModel` reads the result.
 * Throws AppError `model.badYaml`, `model.entryNotFound`.
 */
export function applyChange(text: string, above: ModelSource | undefined, change: ModelChange): string {
  const document = openModelText(text);
  switch (change.change) {
    case "parameters":
      setParameters(document, above, change);
      break;
    case "wording":
      setWording(document, above, change);
      break;
    case "measures": {
      const path =
        change.of === "commitment"
          ? ownCommitment(document, above, change.id)
          : ownEntry(document, "criteria", change.id, above?.criteria);
      setOrDrop(document, [...path, "measured_by"], change.ids);
      break;
    }
    case "choice":
      if (change.of === "criterion") chooseCriteria(document, above, change.keep);
      else chooseCommitments(document, above, change.keep);
      break;
    case "task": {
      const path = ownEntry(document, "timeline", change.id, above?.timeline);
      for (const name of ["from", "due", "owners", "products"] as const)
        setOrDrop(document, [...path, name], change[name]);
      break;
    }
    case "points":
      setPoints(document, above, change);
      break;
    case "basis":
      setBasis(document, change);
      break;
  }
  return document.toString({ lineWidth: 0 });
}
