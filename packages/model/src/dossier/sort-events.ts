import { millisOf } from "@gandan/calendar/utc-text";
import type { DossierEvent, PlainFact } from "./dossier-event";
import { type PlainEvent, standingEvents } from "./standing-events";

/** An event with its instants as epoch milliseconds. */
export interface TimedEvent {
  at: number;
  recordedAt: number;
  fact: PlainFact;
}

/** In which order facts of the same instant are taken: the order in which a dossier usually goes. */
const RANK: Record<PlainFact["type"], number> = {
  received: 0,
  accepted: 1,
  forwarded: 2,
  "supplement-requested": 3,
  supplemented: 4,
  "duty-requested": 5,
  "duty-done": 6,
  apologised: 7,
  reappointed: 8,
  refused: 9,
  withdrawn: 10,
  stopped: 11,
  finished: 12,
  "letter-sent": 13,
  "handed-over": 14,
  closed: 15,
};

/**
 * Events in the order in which they count: by when they happened, then when they were recorded, then the usual order.
 * The result does not depend on the order given; an event that says the same of the same instant twice counts once.
 * What was corrected counts as it was corrected.
 */
export function sortEvents(events: readonly DossierEvent[]): TimedEvent[] {
  return sortPlain(isPlain(events) ? events : standingEvents(events));
}

function isPlain(events: readonly DossierEvent[]): events is readonly PlainEvent[] {
  for (const { fact } of events) if (fact.type === "corrected" || fact.type === "amended") return false;
  return true;
}

function sortPlain(events: readonly PlainEvent[]): TimedEvent[] {
  const timed: TimedEvent[] = [];
  let isSorted = true;
  let before: TimedEvent | undefined;
  let learned = "";
  for (const { at, recordedAt, fact } of events) {
    const isSame = before !== undefined && recordedAt === learned;
    const event: TimedEvent = {
      at: millisOf(at),
      recordedAt: isSame ? before!.recordedAt : millisOf(recordedAt),
      fact,
    };
    isSorted &&= before === undefined || comesFirst(before, event);
    timed.push(event);
    before = event;
    learned = recordedAt;
  }
  // As files tell them.
  if (isSorted) return timed;
  const sorted = timed.sort(compareEvents);
  return sorted.filter((event, i) => !repeatsEarlier(sorted, i, event));
}

/** True only where the one surely counts before the other and does not say the same. */
function comesFirst(a: TimedEvent, b: TimedEvent): boolean {
  return a.at < b.at || (a.at === b.at && a.recordedAt === b.recordedAt && RANK[a.fact.type] < RANK[b.fact.type]);
}

function compareEvents(a: TimedEvent, b: TimedEvent): number {
  return (
    a.at - b.at || a.recordedAt - b.recordedAt || RANK[a.fact.type] - RANK[b.fact.type] || compareTexts(a.fact, b.fact)
  );
}

function compareTexts(a: PlainFact, b: PlainFact): number {
  const left = JSON.stringify(a);
  const right = JSON.stringify(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function repeatsEarlier(sorted: readonly TimedEvent[], i: number, event: TimedEvent): boolean {
  for (let earlier = i - 1; earlier >= 0 && sorted[earlier]!.at === event.at; earlier--) {
    const other = sorted[earlier]!.fact;
    if (other.type === event.fact.type && compareTexts(other, event.fact) === 0) return true;
  }
  return false;
}
