import { type Document, isMap, isNode, isSeq, type YAMLMap, type YAMLSeq } from "yaml";
import type { ModelSource } from "../model/model-schema";
import { pathOf, setOrDrop } from "./edit-document";
import type { ChangedPart, ChangeOf } from "./model-change";
import { type Above, missing } from "./own-entry";
import { resolveDraft } from "./resolve-draft";

/** Entries that stand in one list with the entry `id`, in their order; empty when there is none. */
function siblings(model: ModelSource | undefined, of: ChangedPart, id: string): string[] {
  const lists: Record<ChangedPart, () => { id: string }[]> = {
    slogan: () => model?.slogans ?? [],
    commitment: () => model?.slogans.find((one) => one.commitments.some((it) => it.id === id))?.commitments ?? [],
    criterion: () => model?.criteria ?? [],
    rule: () => Object.keys(model?.rules ?? {}).map((one) => ({ id: one })),
    task: () => model?.timeline ?? [],
  };
  return lists[of]().map((one) => one.id);
}

function orderOf(document: Document): string[] {
  const list = document.getIn(["order"]);
  return isSeq(list) ? list.items.map(String) : [];
}

/** An entry that is gone stands nowhere. */
export function dropFromOrder(document: Document, id: string): void {
  const order = orderOf(document);
  if (order.includes(id))
    setOrDrop(
      document,
      ["order"],
      order.filter((one) => one !== id),
    );
}

/** Lets two entries of the draft's own text change places, each with the comments before it. */
function swap(document: Document, model: ModelSource, of: ChangedPart, a: string, b: string): void {
  if (of === "rule") {
    const rules = document.getIn(["rules"]);
    if (!isMap(rules)) return;
    giveFirstComment(rules, rules.items[0]?.key);
    const at = (id: string) => rules.items.findIndex(({ key }) => String(key) === id);
    exchange(rules.items, at(a), at(b));
    return;
  }
  const slogan = model.slogans.find(({ commitments }) => commitments.some(({ id }) => id === a))?.id ?? "";
  const path = {
    slogan: ["slogans"],
    commitment: [...(pathOf(document, ["slogans"], slogan) ?? []), "commitments"],
    criterion: ["criteria"],
    task: ["timeline"],
  }[of];
  const list = document.getIn(path);
  if (!isSeq(list)) return;
  giveFirstComment(list, list.items[0]);
  const at = (id: string) => Number(pathOf(document, path, id)?.at(-1) ?? -1);
  exchange(list.items, at(a), at(b));
}

/** What is written above the first entry belongs to the entry, though it is read as the list's. */
function giveFirstComment(list: YAMLMap | YAMLSeq, first: unknown): void {
  if (!list.commentBefore || !isNode(first)) return;
  first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join("\n");
  list.commentBefore = null;
}

function exchange(items: unknown[], a: number, b: number): void {
  if (a < 0 || b < 0) return;
  [items[a], items[b]] = [items[b], items[a]];
}

/**
 * Moves an entry one place up or down among its like; at the end it stays. Where the extended model says the order, the
 * draft writes its own. Throws AppError `model.entryNotFound`, `model.invalid`.
 */
export function moveInDraft(document: Document, above: Above, { of, id, to }: ChangeOf<"move">): void {
  const model = resolveDraft(document, above);
  const now = siblings(model, of, id);
  const at = now.indexOf(id);
  if (at < 0) throw missing(id);
  const other = now[to === "up" ? at - 1 : at + 1];
  if (other === undefined) return;
  const order = orderOf(document);
  const inherited = siblings(above, of, id).concat(siblings(above, of, other));
  const byText = ![id, other].some((one) => inherited.includes(one)) && !now.some((one) => order.includes(one));
  if (byText) {
    swap(document, model, of, id, other);
    return;
  }
  const next = now.map((one) => (one === id ? other : one === other ? id : one));
  setOrDrop(document, ["order"], [...order.filter((one) => !now.includes(one)), ...next]);
}
