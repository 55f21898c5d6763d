import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { AppError } from "../error/app-error";
import { isLoose } from "../model/model-entries";

type Path = readonly (string | number)[];

/** A model's YAML as a tree that keeps comments and spacing. Throws AppError `model.badYaml` on what is no group. */
export function openModelText(text: string): Document {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error || !isMap(document.contents)) {
    const line = error?.linePos?.[0].line ?? 1;
    throw new AppError("INVALID", "model.badYaml", { line, message: error?.message.split("\n")[0] ?? "" });
  }
  return document;
}

/** Ids of a list's entries, in its order. */
export function idsAt(document: Document, path: Path): string[] {
  const list = document.getIn(path);
  if (!isSeq(list)) return [];
  return list.items.map((item) => (isMap(item) ? String(item.get("id")) : ""));
}

/** Where the entry `id` of a list stands; undefined when the text has none. */
export function pathOf(document: Document, list: Path, id: string): (string | number)[] | undefined {
  const index = idsAt(document, list).indexOf(id);
  return index < 0 ? undefined : [...list, index];
}

/** Without what the schema fills in by itself. */
function bare(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, one]) => one !== undefined && one !== false && !(Array.isArray(one) && one.length === 0),
    ),
  );
}

/** Adds an entry to a list, which it makes when there is none. Returns the entry's path. */
export function addEntry(document: Document, list: Path, entry: object): (string | number)[] {
  const here = document.getIn(list);
  const node = document.createNode(bare(entry));
  if (isSeq(here) && here.items.length > 0) {
    here.add(node);
    return [...list, here.items.length - 1];
  }
  document.setIn(list, document.createNode([]));
  document.addIn(list, node);
  return [...list, 0];
}

/** Takes an entry out; a list left empty goes too. */
export function removeEntry(document: Document, list: Path, id: string): void {
  const path = pathOf(document, list, id);
  if (!path) return;
  document.deleteIn(path);
  if (idsAt(document, list).length === 0) document.deleteIn(list);
}

/** Sets a value, or takes the key away for undefined, null and empty lists. */
export function setOrDrop(document: Document, path: Path, value: unknown): void {
  const empty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  if (!empty) document.setIn(path, isLoose(value) || Array.isArray(value) ? document.createNode(value) : value);
  else if (document.hasIn(path)) document.deleteIn(path);
}

/** Which ids the model leaves out of the one it extends: `ids` minus `kept`, besides those it left out before. */
export function setOmitted(document: Document, ids: readonly string[], kept: ReadonlySet<string>): void {
  const list = document.getIn(["omit"]);
  const before: string[] = isSeq(list) ? list.items.map(String) : [];
  const own = new Set(ids);
  const omit = [...before.filter((id) => !own.has(id)), ...ids.filter((id) => !kept.has(id))];
  if (omit.join(" ") !== before.join(" ")) setOrDrop(document, ["omit"], omit);
}
