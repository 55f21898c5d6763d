import { localDateOf, MINUTES_A_DAY } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { NEVER } from "../dossier/dossier-facts";
import type { PetitionFacts } from "../rules/facts";
import { mostExtensions, type PetitionKind, petitionTerm, type TermStep } from "./petition-terms";

export const PETITION_STEPS = [
  "received",
  "classified",
  "passed-on",
  "accepted",
  "refused",
  "extended",
  "resolved",
  "withdrawn",
] as const;
export type PetitionStepName = (typeof PETITION_STEPS)[number];

/** `refused`: not accepted for dealing with, with reasons told to its sender. */
export type PetitionState =
  | "received"
  | "passed-inside"
  | "passed-outside"
  | "refused"
  | "accepted"
  | "resolved"
  | "withdrawn";

/** A step as far as it changes where a petition stands; `at` in local minutes. */
export interface PetitionStepFact {
  step: PetitionStepName;
  at: number;
  /** Of "classified". */
  kind?: PetitionKind | null;
  /** Of "passed-on". */
  towards?: "inside" | "outside" | null;
}

export interface PetitionFold {
  kind: PetitionKind;
  state: PetitionState;
  /** Local minutes; NEVER for what has not happened. */
  receivedAt: number;
  passedOnAt: number;
  acceptedAt: number;
  resolvedAt: number;
  /** Ended without being resolved: refused, withdrawn, or passed on to another body. */
  endedAt: number;
  extensions: number;
  /** The step that comes next by law and the last minute for it; null when no law sets one. */
  next: { step: TermStep; dueAt: number; value: string; legalReference: string } | null;
}

interface FoldEnv {
  calendar: OfficeCalendar;
  /** A unit in a remote area that is hard to reach. */
  remote: boolean;
  /** Of a complaint. */
  instance: number;
}

/**
 * Terms of these laws are in days, counted from the day after: the end of work of the day stands for each of its
 * moments, so that what is done on the last day is done in time whatever the hour.
 */
function endOfDay(calendar: OfficeCalendar, minute: number): number {
  const day = Math.floor(minute / MINUTES_A_DAY);
  return calendar.isWorkingDay(day) ? calendar.endOfWork(day) : minute;
}

/**
 * Where a petition stands after its steps, oldest first, those taken back left out. The first is "received".
 * Throws CalendarError OUT_OF_RANGE.
 */
export function foldPetition(kind: PetitionKind, steps: readonly PetitionStepFact[], env: FoldEnv): PetitionFold {
  const fold: PetitionFold = {
    kind,
    state: "received",
    receivedAt: NEVER,
    passedOnAt: NEVER,
    acceptedAt: NEVER,
    resolvedAt: NEVER,
    endedAt: NEVER,
    extensions: 0,
    next: null,
  };
  for (const step of steps) takeIn(fold, step);
  fold.next = nextStepOf(fold, env);
  return fold;
}

function takeIn(fold: PetitionFold, { step, at, kind, towards }: PetitionStepFact): void {
  switch (step) {
    case "received":
      fold.receivedAt = at;
      break;
    case "classified":
      if (kind) fold.kind = kind;
      break;
    case "passed-on":
      fold.passedOnAt = at;
      fold.state = towards === "outside" ? "passed-outside" : "passed-inside";
      if (towards === "outside") fold.endedAt = at;
      break;
    case "accepted":
      fold.acceptedAt = at;
      fold.state = "accepted";
      break;
    case "extended":
      fold.extensions += 1;
      break;
    case "resolved":
      fold.resolvedAt = at;
      fold.state = "resolved";
      break;
    case "refused":
    case "withdrawn":
      fold.endedAt = at;
      fold.state = step;
  }
}

/** Where a petition stands, as far as its next step goes by it. */
type Standing = Pick<PetitionFold, "kind" | "state" | "receivedAt" | "acceptedAt" | "extensions">;

/** The step that comes next by law and the last minute for it; null when no law sets one. Throws OUT_OF_RANGE. */
export function nextStepOf(standing: Standing, { calendar, remote, instance }: FoldEnv): PetitionFold["next"] {
  const step = stepDue(standing);
  if (!step) return null;
  const start = step === "resolved" ? standing.acceptedAt : standing.receivedAt;
  const { kind, extensions } = standing;
  const term = petitionTerm(step, { kind, instance, extensions, remote }, localDateOf(start));
  if (!term) return null;
  const dueAt = calendar.dueAt(endOfDay(calendar, start), parseTerm(term.value));
  return { step, dueAt, value: term.value, legalReference: term.legal_reference };
}

function stepDue({ kind, state }: Pick<PetitionFold, "kind" | "state">): TermStep | null {
  if (state === "accepted") return "resolved";
  if (state === "received") return kind === "recommendation" ? "passed-on" : "accepted";
  if (state === "passed-inside" && kind !== "recommendation") return "accepted";
  return null;
}

/** The steps that may come next, in the order in which they are offered; none when it is over. */
export function possibleSteps({ kind, state, extensions }: Pick<PetitionFold, "kind" | "state" | "extensions">) {
  const possible: PetitionStepName[] = [];
  if (state === "received" || state === "passed-inside") {
    if (kind === "recommendation") possible.push("passed-on", "accepted", "resolved");
    else possible.push("accepted", "passed-on");
    possible.push("refused", "classified", "withdrawn");
  }
  if (state === "accepted") {
    possible.push("resolved");
    if (extensions < mostExtensions(kind)) possible.push("extended");
    possible.push("withdrawn");
  }
  return possible;
}

/**
 * A petition as rules judge it, by days. What another body deals with, or nobody because it was refused with reasons in
 * time, asks no more of the unit: for the rules it is withdrawn.
 */
export function petitionFacts(
  calendar: OfficeCalendar,
  {
    kind,
    receivedAt,
    passedOnAt,
    acceptedAt,
    resolvedAt,
    endedAt,
  }: Omit<PetitionFold, "state" | "extensions" | "next">,
): PetitionFacts {
  const day = (minute: number) => (minute === NEVER ? NEVER : endOfDay(calendar, minute));
  return {
    kind,
    receivedAt: day(receivedAt),
    passedOnAt: day(passedOnAt),
    acceptedAt: day(acceptedAt),
    resolvedAt: day(resolvedAt),
    withdrawnAt: day(endedAt),
  };
}
