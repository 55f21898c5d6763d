import { dateOfDay, toLocalMinute } from "@gandan/calendar/local-time";
import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import { shiftDue } from "@gandan/calendar/shift-due";
import type { DossierEvent } from "@gandan/model/dossier/dossier-event";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";
import { sortEvents } from "@gandan/model/dossier/sort-events";

/** The clock of a dossier in working minutes from the start of work on the day of acceptance. */
export interface DossierClock {
  /** Local dates of the working days along the axis. */
  days: string[];
  minutesPerDay: number;
  segments: { kind: "used" | "paused" | "over"; from: number; to: number }[];
  pauses: { from: number; to: number; minutes: number }[];
  /** While the clock stands, appointments are where they would be if what is awaited came now. */
  marks: { kind: "due" | "promised" | "now"; at: number; moment: number }[];
  usedMinutes: number;
  pausedMinutes: number;
  /** Working minutes up to the appointment, from now or from the finish; 0 when over, or ended without a result. */
  leftMinutes: number;
  overMinutes: number;
  state: "running" | "standing" | "finished" | "ended";
  /** Past its appointment, by the clock on the wall: with no minute over when no office has opened since. */
  late: boolean;
  /** The clock stands and its appointments move with it. */
  shifting: boolean;
}

/** Longest axis, in working days; what lies beyond is cut. */
const MAX_DAYS = 40;

/** Spans in which the clock stood still, as local minutes; an open one ends at `until`. */
function pausesOf(events: readonly DossierEvent[], acceptedAt: number, until: number): [number, number][] {
  const spans: [number, number][] = [];
  const awaited = new Set<string>();
  let since: number | null = null;
  for (const { at, fact } of sortEvents(events)) {
    const minute = Math.max(acceptedAt, toLocalMinute(at));
    if (fact.type === "supplement-requested") awaited.add("supplement");
    else if (fact.type === "duty-requested") awaited.add("duty");
    else if (fact.type === "supplemented") awaited.delete("supplement");
    else if (fact.type === "duty-done") awaited.delete("duty");
    // Accepted as complete: nothing is awaited any more, though no event says that it came.
    else if (fact.type === "accepted") awaited.clear();
    if (awaited.size > 0) since ??= minute;
    else if (since !== null) {
      if (minute > since) spans.push([since, Math.min(minute, until)]);
      since = null;
    }
  }
  if (since !== null && until > since) spans.push([since, until]);
  return spans;
}

function stateOf({ finishedAt, endedAt, pausedSince }: DossierFacts): DossierClock["state"] {
  if (finishedAt !== NEVER) return "finished";
  if (endedAt !== NEVER) return "ended";
  return pausedSince === NEVER ? "running" : "standing";
}

/** Null before a dossier is accepted complete: its clock has not started. */
export function clockOf(
  calendar: OfficeCalendar,
  facts: DossierFacts,
  events: readonly DossierEvent[],
  now: number,
): DossierClock | null {
  const { acceptedAt, dueAt, promisedAt } = facts;
  if (acceptedAt === NEVER || dueAt === NEVER) return null;
  const end = Math.min(now, facts.finishedAt, facts.endedAt);
  const state = stateOf(facts);
  const open = state === "running" || state === "standing";
  const firstDay = Math.floor(calendar.addWorkingMinutes(acceptedAt, 1) / 1440);
  const origin = calendar.startOfWork(firstDay);
  const place = (minute: number) => Math.max(0, calendar.workingMinutesBetween(origin, minute));
  const pauses = pausesOf(events, acceptedAt, end);
  const segments: DossierClock["segments"] = [];
  const run = (from: number, to: number) => {
    const turn = Math.min(Math.max(dueAt, from), to);
    if (place(turn) > place(from)) segments.push({ kind: "used", from: place(from), to: place(turn) });
    if (place(to) > place(turn)) segments.push({ kind: "over", from: place(turn), to: place(to) });
  };
  let at = acceptedAt;
  for (const [from, to] of pauses) {
    run(at, Math.min(from, end));
    if (place(to) > place(from)) segments.push({ kind: "paused", from: place(from), to: place(to) });
    at = to;
  }
  if (at < end) run(at, end);
  const shifting = state === "standing" && facts.pausedSince < Math.min(dueAt, now);
  const shifted = (appointment: number) =>
    state === "standing" ? shiftDue(calendar, appointment, facts.pausedSince, now) : appointment;
  const due = shifted(dueAt);
  const marks: DossierClock["marks"] = [{ kind: "due", at: place(due), moment: due }];
  const promised = promisedAt === NEVER ? due : shifted(promisedAt);
  if (promised !== due) marks.push({ kind: "promised", at: place(promised), moment: promised });
  if (open) marks.push({ kind: "now", at: place(now), moment: now });
  const last = Math.max(end, due, promised);
  const days: string[] = [];
  for (let day = firstDay; day * 1440 <= last && days.length < MAX_DAYS; day = calendar.nextWorkingDay(day)) {
    days.push(dateOfDay(day));
  }
  const sum = (kind: string) =>
    segments.filter((segment) => segment.kind === kind).reduce((total, { from, to }) => total + to - from, 0);
  const stoppedAt = Math.min(end, facts.pausedSince);
  return {
    days,
    minutesPerDay: calendar.minutesPerDay,
    segments,
    pauses: pauses.map(([from, to]) => ({ from: place(from), to: place(to), minutes: place(to) - place(from) })),
    marks,
    usedMinutes: sum("used"),
    pausedMinutes: sum("paused"),
    leftMinutes: state !== "ended" && stoppedAt < dueAt ? calendar.workingMinutesBetween(stoppedAt, dueAt) : 0,
    overMinutes: sum("over"),
    state,
    late: stoppedAt > dueAt,
    shifting,
  };
}
