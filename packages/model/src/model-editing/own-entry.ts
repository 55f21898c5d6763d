import type { Document } from "yaml";
import { AppError } from "../error/app-error";
import type { Commitment, ModelSource } from "../model/model-schema";
import { addEntry, idsAt, pathOf } from "./edit-document";

/** The extended model in full; undefined when a draft extends none. */
export type Above = ModelSource | undefined;
type OwnPath = (string | number)[];

/** What a change names is not there. */
export const missing = (id: string) => new AppError("NOT_FOUND", "model.entryNotFound", { id });

/**
 * The commitment in the draft's own text; taken over from the extended model, with its slogan, when it was not there.
 * Throws AppError `model.entryNotFound`.
 */
export function ownCommitment(document: Document, above: Above, id: string): OwnPath {
  const slogans = idsAt(document, ["slogans"]);
  for (const index of slogans.keys()) {
    const path = pathOf(document, ["slogans", index, "commitments"], id);
    if (path) return path;
  }
  const slogan = above?.slogans.find(({ commitments }) => commitments.some((one) => one.id === id));
  const commitment = slogan?.commitments.find((one) => one.id === id);
  if (!slogan || !commitment) throw missing(id);
  return putCommitment(document, slogan, commitment);
}

/** Writes a commitment into a slogan, with the slogan's own head where the text has none of it yet. */
export function putCommitment(
  document: Document,
  slogan: ModelSource["slogans"][number],
  commitment: Pick<Commitment, "id" | "text"> & Partial<Commitment>,
): OwnPath {
  const at = pathOf(document, ["slogans"], slogan.id);
  const { commitments: _, ...head } = slogan;
  const path = at ?? addEntry(document, ["slogans"], head);
  return addEntry(document, [...path, "commitments"], commitment);
}

/** A criterion or task in the draft's own text, taken over when it was not there. Throws `model.entryNotFound`. */
export function ownEntry(document: Document, list: "criteria" | "timeline", above: Above, id: string): OwnPath {
  const path = pathOf(document, [list], id);
  if (path) return path;
  const inherited = above?.[list].find((one) => one.id === id);
  if (!inherited) throw missing(id);
  return addEntry(document, [list], inherited);
}

/** The slogan in the draft's own text. Throws `model.entryNotFound`. */
export function ownSlogan(document: Document, above: Above, id: string): OwnPath {
  const path = pathOf(document, ["slogans"], id);
  if (path) return path;
  const slogan = above?.slogans.find((one) => one.id === id);
  const [first] = slogan?.commitments ?? [];
  if (!slogan || !first) throw missing(id);
  // A slogan cannot stand in a text without a commitment.
  putCommitment(document, slogan, first);
  return pathOf(document, ["slogans"], id) ?? ["slogans", 0];
}

/** The rule in the draft's own text: its kind alone, for parameters are taken over one by one. Throws `model.entryNotFound`. */
export function ownRule(document: Document, above: Above, id: string): string[] {
  const path = ["rules", id];
  if (document.hasIn(path)) return path;
  const rule = above?.rules[id];
  if (!rule) throw missing(id);
  document.setIn(path, document.createNode({ kind: rule.kind }));
  return path;
}

/** Where what measures a commitment or criterion is written in the draft's own text. Throws `model.entryNotFound`. */
export function measuresPath(document: Document, above: Above, of: "commitment" | "criterion", id: string): OwnPath {
  const path = of === "commitment" ? ownCommitment(document, above, id) : ownEntry(document, "criteria", above, id);
  return [...path, "measured_by"];
}
