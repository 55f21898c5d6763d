import { type LocalMinute, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { shiftDue } from "@gandan/calendar/shift-due";
import type { Term } from "@gandan/calendar/term";
import { millisOf } from "@gandan/calendar/utc-text";
import { AppError } from "../error/app-error";
import type { ApologyField, DossierEvent, PlainFact } from "./dossier-event";
import { type DossierFacts, type DossierState, NEVER } from "./dossier-facts";
import { sortEvents } from "./sort-events";

export interface FoldEnv {
  calendar: OfficeCalendar;
  /** Group of a national procedure code (dossier-group). */
  groupOf: (procedure: string) => string;
  /** Term of a procedure as it stood at a local minute, for imports that tell no appointment. */
  termAt?: (procedure: string, receivedAt: LocalMinute) => Term | undefined;
}

type Draft = { -readonly [K in keyof DossierFacts]: DossierFacts[K] } & {
  awaitingSupplement: boolean;
  awaitingDuty: boolean;
};

/**
 * The facts of one dossier, from all events known of it, in any order. The clock starts with the first acceptance;
 * while a supplement or a financial duty is awaited it stands still, and both appointments move by the working minutes
 * paused; the end of the work stops it. Tolerates what exports lack: handed over or closed without "finished", finished
 * without "accepted". Throws AppError `dossier.notReceived` without a `received` event.
 */
export function foldDossier(events: readonly DossierEvent[], env: FoldEnv): DossierFacts {
  const sorted = sortEvents(events);
  const received = sorted.find(({ fact }) => fact.type === "received");
  if (received === undefined || received.fact.type !== "received") throw new AppError("INVALID", "dossier.notReceived");
  const draft = newDraft(received.fact, toLocalMinute(received.at), env);
  for (const { at, fact } of sorted) apply(draft, toLocalMinute(at), fact, env.calendar);
  settle(draft, env);
  return factsOf(draft);
}

function newDraft(fact: Extract<PlainFact, { type: "received" }>, receivedAt: number, env: FoldEnv): Draft {
  return {
    procedure: fact.procedure,
    group: env.groupOf(fact.procedure),
    channel: fact.channel,
    flags: fact.flags,
    state: "new",
    receivedAt,
    acceptedAt: NEVER,
    dueAt: NEVER,
    promisedAt: NEVER,
    finishedAt: NEVER,
    handedOverAt: NEVER,
    closedAt: NEVER,
    endedAt: NEVER,
    pausedMinutes: 0,
    pausedSince: NEVER,
    supplementRequests: 0,
    reappointments: 0,
    apologyAt: NEVER,
    apologyFields: [],
    apologySigner: null,
    letters: [],
    awaitingSupplement: false,
    awaitingDuty: false,
  };
}

function apply(draft: Draft, at: number, fact: PlainFact, calendar: OfficeCalendar): void {
  switch (fact.type) {
    case "received":
      break;
    case "accepted":
      accept(draft, at, fact.dueAt, calendar);
      break;
    case "forwarded":
      goOn(draft, "processing");
      break;
    case "supplement-requested":
      draft.supplementRequests++;
      pause(draft, at, "awaiting-supplement");
      break;
    case "supplemented":
      draft.awaitingSupplement = false;
      resume(draft, at, calendar);
      break;
    case "duty-requested":
      pause(draft, at, "awaiting-duty");
      break;
    case "duty-done":
      draft.awaitingDuty = false;
      resume(draft, at, calendar);
      break;
    case "apologised":
      apologise(draft, at, fact);
      break;
    case "reappointed":
      appoint(draft, minuteOf(fact.dueAt));
      break;
    case "letter-sent":
      draft.letters = [...draft.letters, { letter: fact.letter, at }];
      break;
    case "refused":
      end(draft, at, "not-accepted", calendar);
      break;
    case "withdrawn":
      end(draft, at, "withdrawn", calendar);
      break;
    case "stopped":
      end(draft, at, "stopped", calendar);
      break;
    case "finished":
      finish(draft, at, "finished", calendar);
      break;
    case "handed-over":
      if (draft.handedOverAt === NEVER) draft.handedOverAt = at;
      finish(draft, at, "handed-over", calendar);
      break;
    case "closed":
      if (draft.closedAt === NEVER) draft.closedAt = at;
  }
}

function minuteOf(instant: string): number {
  return toLocalMinute(millisOf(instant));
}

function isOver(draft: Draft): boolean {
  return draft.finishedAt !== NEVER || draft.endedAt !== NEVER;
}

/** A second acceptance never winds the clock back; it only says that what was awaited has come. */
function accept(draft: Draft, at: number, dueAt: string, calendar: OfficeCalendar): void {
  draft.awaitingSupplement = false;
  draft.awaitingDuty = false;
  if (draft.acceptedAt === NEVER) {
    draft.acceptedAt = at;
    draft.dueAt = minuteOf(dueAt);
    draft.promisedAt = draft.dueAt;
  }
  resume(draft, at, calendar);
  goOn(draft, "accepted");
}

/** Work that goes on after a refusal, withdrawal or stop takes the dossier up again. */
function goOn(draft: Draft, state: DossierState): void {
  draft.endedAt = NEVER;
  if (draft.finishedAt === NEVER && draft.pausedSince === NEVER) draft.state = state;
}

function pause(draft: Draft, at: number, state: "awaiting-supplement" | "awaiting-duty"): void {
  if (isOver(draft)) return;
  if (state === "awaiting-supplement") draft.awaitingSupplement = true;
  else draft.awaitingDuty = true;
  draft.state = state;
  if (draft.acceptedAt !== NEVER && draft.pausedSince === NEVER) draft.pausedSince = at;
}

function resume(draft: Draft, at: number, calendar: OfficeCalendar): void {
  if (draft.awaitingSupplement || draft.awaitingDuty) return;
  stopPause(draft, at, calendar);
  if (!isOver(draft)) draft.state = draft.acceptedAt === NEVER ? "new" : "processing";
}

function stopPause(draft: Draft, at: number, calendar: OfficeCalendar): void {
  const since = draft.pausedSince;
  if (since === NEVER) return;
  draft.pausedSince = NEVER;
  // An export may close a dossier before the supplement that it still asks for.
  if (at <= since) return;
  draft.pausedMinutes += calendar.workingMinutesBetween(since, at);
  if (draft.dueAt !== NEVER) draft.dueAt = shiftDue(calendar, draft.dueAt, since, at);
  if (draft.promisedAt !== NEVER) draft.promisedAt = shiftDue(calendar, draft.promisedAt, since, at);
}

/** A letter of apology and a re-appointment to the same minute are one re-appointment. */
function appoint(draft: Draft, dueAt: number): void {
  if (dueAt === draft.promisedAt) return;
  draft.promisedAt = dueAt;
  draft.reappointments++;
}

/** The first letter stands; one that says more replaces it while the appointment has not passed. */
function apologise(draft: Draft, at: number, fact: Extract<PlainFact, { type: "apologised" }>): void {
  const told = new Set<ApologyField>(fact.fields);
  if (fact.newDueAt !== undefined) told.add("new-due");
  if (fact.cause) told.add("cause");
  if (fact.responsible) told.add("responsible");
  if (draft.apologyAt === NEVER || (at <= draft.dueAt && told.size > draft.apologyFields.length)) {
    draft.apologyAt = at;
    draft.apologyFields = [...told].sort();
    draft.apologySigner = fact.signer;
  }
  if (fact.newDueAt !== undefined) appoint(draft, minuteOf(fact.newDueAt));
}

function end(draft: Draft, at: number, state: DossierState, calendar: OfficeCalendar): void {
  if (isOver(draft)) return;
  stopAwaiting(draft, at, calendar);
  draft.endedAt = at;
  draft.state = state;
}

function finish(draft: Draft, at: number, state: DossierState, calendar: OfficeCalendar): void {
  draft.endedAt = NEVER;
  stopAwaiting(draft, at, calendar);
  if (draft.finishedAt === NEVER) draft.finishedAt = at;
  if (draft.state !== "handed-over") draft.state = state;
}

function stopAwaiting(draft: Draft, at: number, calendar: OfficeCalendar): void {
  draft.awaitingSupplement = false;
  draft.awaitingDuty = false;
  stopPause(draft, at, calendar);
}

/** Written out: a rest of properties is copied many times as slowly. */
function factsOf(draft: Draft): DossierFacts {
  return {
    procedure: draft.procedure,
    group: draft.group,
    channel: draft.channel,
    flags: draft.flags,
    state: draft.state,
    receivedAt: draft.receivedAt,
    acceptedAt: draft.acceptedAt,
    dueAt: draft.dueAt,
    promisedAt: draft.promisedAt,
    finishedAt: draft.finishedAt,
    handedOverAt: draft.handedOverAt,
    closedAt: draft.closedAt,
    endedAt: draft.endedAt,
    pausedMinutes: draft.pausedMinutes,
    pausedSince: draft.pausedSince,
    supplementRequests: draft.supplementRequests,
    reappointments: draft.reappointments,
    apologyAt: draft.apologyAt,
    apologyFields: draft.apologyFields,
    apologySigner: draft.apologySigner,
    letters: draft.letters,
  };
}

/** Fills in what an export left out, once all events are known. */
function settle(draft: Draft, { calendar, termAt }: FoldEnv): void {
  if (draft.closedAt !== NEVER && !isOver(draft)) finish(draft, draft.closedAt, "finished", calendar);
  if (draft.acceptedAt === NEVER && draft.finishedAt !== NEVER) {
    draft.acceptedAt = draft.receivedAt;
    const term = termAt?.(draft.procedure, draft.receivedAt);
    draft.dueAt = term === undefined ? NEVER : calendar.dueAt(draft.receivedAt, term);
    if (draft.promisedAt === NEVER) draft.promisedAt = draft.dueAt;
  }
}
