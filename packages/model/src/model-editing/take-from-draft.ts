import type { Document } from "yaml";
import type { ModelSource } from "../model/model-schema";
import { idsAt, pathOf, removeEntry, setOmitted, setOrDrop } from "./edit-document";
import type { ChangedPart, ChangeOf } from "./model-change";
import { dropFromOrder } from "./move-in-draft";
import { type Above, measuresPath, missing } from "./own-entry";
import { resolveDraft } from "./resolve-draft";

/** Keeps of the criteria only those named; others go, or are left out of the extended model. */
export function keepCriteria(document: Document, above: Above, keep: readonly string[]): void {
  const kept = new Set(keep);
  for (const id of idsAt(document, ["criteria"])) if (!kept.has(id)) removeEntry(document, ["criteria"], id);
  setOmitted(document, above?.criteria.map(({ id }) => id) ?? [], kept);
}

/** Keeps of the commitments only those named; a slogan of which nothing is kept goes as a whole. */
export function keepCommitments(document: Document, above: Above, keep: readonly string[]): void {
  const kept = new Set(keep);
  for (const slogan of idsAt(document, ["slogans"])) {
    const list = [...(pathOf(document, ["slogans"], slogan) ?? []), "commitments"];
    for (const id of idsAt(document, list)) if (!kept.has(id)) removeEntry(document, list, id);
    if (idsAt(document, list).length === 0) removeEntry(document, ["slogans"], slogan);
  }
  const slogans = above?.slogans ?? [];
  // A slogan of which nothing is kept goes as a whole: an empty one is no slogan.
  const whole = slogans.filter(
    ({ id, commitments }) => commitments.every((one) => !kept.has(one.id)) && !pathOf(document, ["slogans"], id),
  );
  const parts = slogans.filter((slogan) => !whole.includes(slogan));
  const ids = slogans.flatMap(({ id, commitments }) => [id, ...commitments.map((one) => one.id)]);
  const gone = new Set([
    ...whole.map(({ id }) => id),
    ...parts.flatMap(({ commitments }) => commitments.map(({ id }) => id).filter((id) => !kept.has(id))),
  ]);
  setOmitted(document, ids, new Set(ids.filter((id) => !gone.has(id))));
}

/** Takes a rule or task out of all that it measures. Score lines lose it only beside another rule: they need one. */
function unmeasure(document: Document, above: Above, model: ModelSource, id: string): void {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  const parts = [
    ...model.slogans.flatMap(({ commitments }) => commitments).map((one) => ({ ...one, of: "commitment" as const })),
    ...model.criteria.map((one) => ({ ...one, of: "criterion" as const })),
  ].filter(({ measured_by }) => measured_by.includes(id));
  for (const one of parts) {
    setOrDrop(document, measuresPath(document, above, one.of, one.id), without(one.measured_by));
  }
  const list = ["scorecard", "lines"];
  for (const line of model.scorecard?.lines ?? []) {
    const path = pathOf(document, list, line.id);
    if (path && line.measured_by.includes(id) && line.measured_by.length > 1) {
      setOrDrop(document, [...path, "measured_by"], without(line.measured_by));
    }
  }
}

function removeRule(document: Document, above: Above, model: ModelSource, id: string): void {
  if (!Object.hasOwn(model.rules, id)) throw missing(id);
  unmeasure(document, above, model, id);
  if (document.hasIn(["rules", id])) document.deleteIn(["rules", id]);
  const left: unknown = document.toJS()?.rules;
  if (left && Object.keys(left).length === 0) document.deleteIn(["rules"]);
  if (above && Object.hasOwn(above.rules, id)) setOmitted(document, [id], new Set());
}

function removeTask(document: Document, above: Above, model: ModelSource, id: string): void {
  if (!model.timeline.some((one) => one.id === id)) throw missing(id);
  unmeasure(document, above, model, id);
  removeEntry(document, ["timeline"], id);
  if (above?.timeline.some((one) => one.id === id)) setOmitted(document, [id], new Set());
}

/** Ids of a kind of entries in the draft in full. */
function idsOf(model: ModelSource, of: "slogan" | "commitment" | "criterion"): string[] {
  if (of === "criterion") return model.criteria.map(({ id }) => id);
  return model.slogans.flatMap((one) => (of === "slogan" ? one.id : one.commitments.map(({ id }) => id)));
}

/**
 * Takes an entry out of the draft; one of the extended model is left out. What it measured goes on without it.
 * Throws AppError `model.entryNotFound`, `model.invalid`.
 */
export function removeFromDraft(document: Document, above: Above, { of, id }: ChangeOf<"remove">): void {
  const model = resolveDraft(document, above);
  if (of === "rule") removeRule(document, above, model, id);
  else if (of === "task") removeTask(document, above, model, id);
  else removeListed(document, above, model, of, id);
  dropFromOrder(document, id);
}

function removeListed(
  document: Document,
  above: Above,
  model: ModelSource,
  of: Exclude<ChangedPart, "rule" | "task">,
  id: string,
): void {
  if (!idsOf(model, of).includes(id)) throw missing(id);
  const gone = new Set(
    of === "slogan" ? model.slogans.find((one) => one.id === id)?.commitments.map((one) => one.id) : [id],
  );
  const kept = idsOf(model, of === "criterion" ? of : "commitment").filter((one) => !gone.has(one));
  if (of === "criterion") keepCriteria(document, above, kept);
  else keepCommitments(document, above, kept);
}
