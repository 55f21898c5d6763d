import { foldText } from "../import/fold-text";
import { modelEntries } from "../model/model-entries";

const MAX = 48;

/** A title as lower-case ASCII words joined by hyphens, cut between words: "Biết xin lỗi" → "biet-xin-loi". May be empty. */
export function slugOf(title: string): string {
  let id = "";
  for (const word of foldText(title).split(" ").filter(Boolean)) {
    const longer = id === "" ? word.slice(0, MAX) : `${id}-${word}`;
    if (longer.length > MAX) break;
    id = longer;
  }
  return id;
}

/** Every id that the given texts use, whatever it names: a new one is unlike all of them. */
export function usedIds(...sources: unknown[]): Set<string> {
  return new Set(sources.flatMap(modelEntries).map(({ id }) => id));
}

/** An id made of a title that is not in use; `other` where the title has no letters. */
export function freshId(title: string, used: ReadonlySet<string>, other: string): string {
  const base = slugOf(title) || other;
  let id = base;
  for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
  return id;
}
