import type { ApologyField, Channel, DossierEvent, DossierFact, SignerRole } from "../dossier/dossier-event";
import { isoOf } from "./read-time";
import { NONE, PLACE, type TimeField } from "./row-times";

/** What a row says beside its times. */
export interface RowFacts {
  procedure: string;
  channel: Channel;
  signer: SignerRole;
  cause: string;
  responsible: string;
  remedy: string;
}

type PlainField = Exclude<TimeField, "receivedAt" | "acceptedAt" | "dueAt" | "apologyAt" | "promisedAt">;
/** Facts that say no more than that they happened: one object for all rows. */
const PLAIN = {
  supplementRequestedAt: { type: "supplement-requested" },
  supplementedAt: { type: "supplemented" },
  supplementRequestedAt2: { type: "supplement-requested" },
  supplementedAt2: { type: "supplemented" },
  refusedAt: { type: "refused" },
  withdrawnAt: { type: "withdrawn" },
  stoppedAt: { type: "stopped" },
  finishedAt: { type: "finished" },
  handedOverAt: { type: "handed-over" },
  closedAt: { type: "closed" },
} as const satisfies Record<PlainField, DossierFact>;
const placesOf = (fields: readonly PlainField[]) =>
  fields.map((field) => ({ place: PLACE[field], fact: Object.freeze(PLAIN[field]) }));
const SUPPLEMENTS = placesOf(["supplementRequestedAt", "supplementedAt", "supplementRequestedAt2", "supplementedAt2"]);
const ENDS = placesOf(["refusedAt", "withdrawnAt", "stoppedAt", "finishedAt", "handedOverAt", "closedAt"]);

/** Tells the events of one row after another from its times. */
export class RowEvents {
  readonly #recordedAt: string;
  readonly #dueOf: (procedure: string, acceptedAt: number) => number | null;
  readonly #received = new Map<string, Partial<Record<Channel, DossierFact>>>();

  /** @param now local minute at which the events were learned */
  constructor(now: number, dueOf: (procedure: string, acceptedAt: number) => number | null) {
    this.#recordedAt = isoOf(now);
    this.#dueOf = dueOf;
  }

  /** The events in the order of the procedure; null when an acceptance has no appointment and the procedure no term. */
  read(at: Int32Array, row: RowFacts): DossierEvent[] | null {
    const received = at[PLACE.receivedAt]!;
    const events = [this.#event(received, this.#receivedFact(row))];
    const told = at[PLACE.acceptedAt]!;
    const dueAt = at[PLACE.dueAt]!;
    const accepted = told === NONE && dueAt !== NONE ? received : told;
    if (accepted !== NONE) {
      const due = dueAt === NONE ? this.#dueOf(row.procedure, accepted) : dueAt;
      if (due === null) return null;
      events.push(this.#event(accepted, { type: "accepted", dueAt: isoOf(due) }));
    }
    this.#addPlain(events, at, SUPPLEMENTS);
    const apology = at[PLACE.apologyAt]!;
    const promised = at[PLACE.promisedAt]!;
    if (apology !== NONE) events.push(this.#event(apology, apologyOf(promised, row)));
    if (promised !== NONE) {
      // Without a letter nobody knows when the new day was told: not before the old one was known.
      const since = apology === NONE ? (told === NONE ? received : told) : apology;
      events.push(this.#event(since, { type: "reappointed", dueAt: isoOf(promised) }));
    }
    this.#addPlain(events, at, ENDS);
    return events;
  }

  #event(minute: number, fact: DossierFact): DossierEvent {
    return { at: isoOf(minute), recordedAt: this.#recordedAt, fact };
  }

  #addPlain(events: DossierEvent[], at: Int32Array, places: typeof ENDS | typeof SUPPLEMENTS): void {
    for (const { place, fact } of places) {
      const minute = at[place]!;
      if (minute !== NONE) events.push(this.#event(minute, fact));
    }
  }

  #receivedFact({ procedure, channel }: RowFacts): DossierFact {
    let byChannel = this.#received.get(procedure);
    if (!byChannel) {
      byChannel = {};
      this.#received.set(procedure, byChannel);
    }
    byChannel[channel] ??= Object.freeze({ type: "received", procedure, channel, flags: [] });
    return byChannel[channel];
  }
}

function apologyOf(promised: number, { signer, cause, responsible, remedy }: RowFacts): DossierFact {
  const fields: ApologyField[] = [];
  if (cause) fields.push("cause");
  if (promised !== NONE) fields.push("new-due");
  if (responsible) fields.push("responsible");
  if (remedy) fields.push("remedy");
  return {
    type: "apologised",
    fields,
    signer,
    ...(promised === NONE ? {} : { newDueAt: isoOf(promised) }),
    ...(cause ? { cause } : {}),
    ...(responsible ? { responsible } : {}),
  };
}
