import { type Document, isSeq } from "yaml";
import { z } from "zod";
import { AppError } from "../error/app-error";
import { canonical } from "../model/compare-strictness";
import { ruleKinds } from "../rules/rule-kinds";
import { addEntry } from "./edit-document";
import { freshId, usedIds } from "./entry-id";
import type { ChangeOf } from "./model-change";
import { type Above, measuresPath, missing, putCommitment } from "./own-entry";
import { resolveDraft } from "./resolve-draft";

const idFor = (document: Document, above: Above, title: string, other: string): string =>
  freshId(title, usedIds(document.toJS(), above), other);

const clauseOf = (clause: string | null) => (clause === null ? {} : { clause });

/** A slogan with its first commitment: without one there is no slogan. Gives the commitment's id. */
export function addSlogan(document: Document, above: Above, { title, text, clause }: ChangeOf<"add-slogan">): string {
  const used = usedIds(document.toJS(), above);
  const slogan = freshId(title, used, "khau-hieu");
  const id = freshId(text, used.add(slogan), "dieu");
  addEntry(document, ["slogans"], { id: slogan, title, ...clauseOf(clause), commitments: [{ id, text }] });
  return id;
}

/** A commitment at the end of a slogan. Throws `model.entryNotFound`. */
export function addCommitment(document: Document, above: Above, change: ChangeOf<"add-commitment">): string {
  const slogan = resolveDraft(document, above).slogans.find(({ id }) => id === change.slogan);
  if (!slogan) throw missing(change.slogan);
  const id = idFor(document, above, change.text, "dieu");
  const { text, clause, measures } = change;
  putCommitment(document, slogan, { id, text, ...clauseOf(clause), measured_by: measures });
  return id;
}

/** A criterion at the end. */
export function addCriterion(document: Document, above: Above, { title, clause }: ChangeOf<"add-criterion">): string {
  const id = idFor(document, above, title, "tieu-chi");
  addEntry(document, ["criteria"], { id, title, ...clauseOf(clause) });
  return id;
}

/** A task at the end of the timeline. */
export function addTask(document: Document, above: Above, change: ChangeOf<"add-task">): string {
  const { title, clause, from, due, owners, products } = change;
  const id = idFor(document, above, title, "nhiem-vu");
  addEntry(document, ["timeline"], {
    ...{ id, title, ...clauseOf(clause) },
    ...{ from: from ?? undefined, due: due ?? undefined, owners, products },
  });
  return id;
}

/** Parameters without those left open or as the kind has them anyway. */
function telling(kind: string, values: Record<string, unknown>): Record<string, unknown> {
  const shape = ruleKinds.get(kind)?.params.shape ?? {};
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const field: z.core.$ZodType | undefined = shape[name];
      const usual = field instanceof z.ZodDefault && canonical(field.def.defaultValue) === canonical(value);
      return value !== null && value !== undefined && !usual;
    }),
  );
}

/** A rule at the end, measuring a commitment or criterion when one is named. Throws `model.unknownKind`, `model.entryNotFound`. */
export function addRule(document: Document, above: Above, change: ChangeOf<"add-rule">): string {
  const { kind, title, clause, values, measures } = change;
  if (!ruleKinds.has(kind)) throw new AppError("INVALID", "model.unknownKind", { kind });
  const id = idFor(document, above, title, "quy-tac");
  const rule = { kind, title, ...clauseOf(clause), ...telling(kind, values) };
  document.setIn(["rules", id], document.createNode(rule));
  if (measures) addMeasure(document, measuresPath(document, above, measures.of, measures.id), id);
  return id;
}

function addMeasure(document: Document, path: (string | number)[], id: string): void {
  if (isSeq(document.getIn(path))) document.addIn(path, id);
  else document.setIn(path, document.createNode([id]));
}

/** A document that the model rests on, after those there are. */
export function addBasisDocument(document: Document, { document: paper }: ChangeOf<"add-document">): void {
  const { title, number, issuer, date } = paper;
  const entry = { title, number: number ?? undefined, issuer: issuer ?? undefined, date: date ?? undefined };
  addEntry(document, ["legal_basis"], entry);
}

/** Takes the document at a place of the legal basis out. Throws `model.entryNotFound`. */
export function removeBasisDocument(document: Document, { place }: ChangeOf<"remove-document">): void {
  const list = document.getIn(["legal_basis"]);
  if (!isSeq(list) || !list.has(place)) throw missing(String(place + 1));
  if (list.items.length === 1) document.deleteIn(["legal_basis"]);
  else document.deleteIn(["legal_basis", place]);
}
