import type { DossierEvent, PlainFact } from "./dossier-event";

/** An event of the dossier itself. */
export type PlainEvent = DossierEvent & { fact: PlainFact };

/**
 * The events that count: each one that was corrected gives way to what the correction says, at the correction's time.
 * A correction names what it replaces by type, time and moment of recording, so that it can be corrected in turn, and
 * the order of the events does not matter.
 */
export function standingEvents(events: readonly DossierEvent[]): PlainEvent[] {
  const replaced = new Set<string>();
  const said: PlainEvent[] = [];
  for (const { at, recordedAt, fact } of events) {
    if (fact.type === "amended") continue;
    if (fact.type === "corrected") {
      replaced.add(nameOf(fact.of, fact.was, fact.notedAt));
      if (fact.is) said.push({ at, recordedAt, fact: fact.is });
    } else said.push({ at, recordedAt, fact });
  }
  if (replaced.size === 0) return said;
  return said.filter(({ at, recordedAt, fact }) => !replaced.has(nameOf(fact.type, at, recordedAt)));
}

/** Instants come from the database and from files, in more than one way of writing. */
const nameOf = (type: string, at: string, recordedAt: string) => `${type} ${Date.parse(at)} ${Date.parse(recordedAt)}`;
