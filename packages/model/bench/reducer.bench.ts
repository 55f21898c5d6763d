import { deepStrictEqual } from "node:assert/strict";
import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { compileCalendar } from "@gandan/calendar/office-calendar";
import { shiftDue } from "@gandan/calendar/shift-due";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import type { DossierEvent, DossierFact } from "../src/dossier/dossier-event";
import { NEVER } from "../src/dossier/dossier-facts";
import { foldDossier } from "../src/dossier/fold-dossier";

const DOSSIERS = 100_000;
const ROUNDS = 7;
/** What reading the events from their text takes is the least that anyone pays for them. */
const READ_LIMIT = 1;
const PEER_LIMIT = 1;

const calendar = compileCalendar([vietNamCalendar], { from: "2024-01-01", to: "2027-12-31" });
const env = { calendar, groupOf: () => "birth" };
const FIRST = toLocalMinute(Date.parse("2026-01-05T01:00:00Z"));

/** A life of five to nine events, some told out of order. */
function lifeOf(i: number): DossierEvent[] {
  let minute = FIRST + (i % 200) * 1440;
  const event = (after: number, fact: DossierFact): DossierEvent => {
    minute += after;
    const at = toInstant(minute).toISOString();
    return { at, recordedAt: at, fact };
  };
  const events = [
    event(0, { type: "received", procedure: "1.001193", channel: "direct", flags: [] }),
    event(1, { type: "accepted", dueAt: toInstant(minute + 4320).toISOString() }),
    event(60 + (i % 50), { type: "forwarded", to: "Tư pháp" }),
  ];
  for (let n = 0; n < i % 3; n++) {
    events.push(event(300 + (i % 777), { type: "supplement-requested" }));
    events.push(event(1_000 + (i % 1_999), { type: "supplemented" }));
  }
  events.push(event(700 + (i % 3_001), { type: "finished" }));
  if (i % 4 > 0) events.push(event(20, { type: "handed-over" }));
  if (i % 5 > 0) events.push(event(15, { type: "closed" }));
  if (i % 7 === 0) events.reverse();
  return events;
}

interface Peer {
  dueAt: number;
  finishedAt: number;
  closedAt: number;
  pausedMinutes: number;
  pausedSince: number;
  supplementRequests: number;
}

/** As reducers are usually written: a new state for each event. */
function next(state: Peer, { at, fact }: DossierEvent): Peer {
  const now = toLocalMinute(Date.parse(at));
  switch (fact.type) {
    case "accepted":
      return { ...state, dueAt: toLocalMinute(Date.parse(fact.dueAt)) };
    case "supplement-requested":
      return { ...state, pausedSince: now, supplementRequests: state.supplementRequests + 1 };
    case "supplemented":
      return {
        ...state,
        pausedSince: NEVER,
        pausedMinutes: state.pausedMinutes + calendar.workingMinutesBetween(state.pausedSince, now),
        dueAt: shiftDue(calendar, state.dueAt, state.pausedSince, now),
      };
    case "finished":
      return { ...state, finishedAt: now };
    case "closed":
      return { ...state, closedAt: now };
    default:
      return { ...state };
  }
}

function peer(events: readonly DossierEvent[]): Peer {
  const times = { dueAt: NEVER, finishedAt: NEVER, closedAt: NEVER, pausedSince: NEVER };
  let state: Peer = { ...times, pausedMinutes: 0, supplementRequests: 0 };
  for (const event of [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) state = next(state, event);
  return state;
}

const lives = Array.from({ length: DOSSIERS }, (_, i) => lifeOf(i));
const texts = lives.map((life) => JSON.stringify(life));
const EVENTS = lives.reduce((sum, life) => sum + life.length, 0);

for (const life of lives) {
  const { dueAt, finishedAt, closedAt, pausedMinutes, pausedSince, supplementRequests } = foldDossier(life, env);
  deepStrictEqual({ dueAt, finishedAt, closedAt, pausedMinutes, pausedSince, supplementRequests }, peer(life));
}
console.log(`reducer equality: ${DOSSIERS} dossiers, ${EVENTS} events: equal`);

/** Events a second in the best of the rounds, each of the three in turn. */
const best = { fold: 0, peer: 0, read: 0 };
let kept = 0;
function rate(work: () => number): number {
  const start = performance.now();
  kept += work();
  return EVENTS / ((performance.now() - start) / 1000);
}
for (let round = 0; round < ROUNDS; round++) {
  const fold = () => lives.reduce((sum, life) => sum + foldDossier(life, env).pausedMinutes, 0);
  const other = () => lives.reduce((sum, life) => sum + peer(life).pausedMinutes, 0);
  const read = () => texts.reduce((sum, text) => sum + (JSON.parse(text) as DossierEvent[]).length, 0);
  best.fold = Math.max(best.fold, rate(fold));
  best.peer = Math.max(best.peer, rate(other));
  best.read = Math.max(best.read, rate(read));
}
if (kept < 0) throw new Error("Nothing was worked out.");

const million = (perSecond: number) => (perSecond / 1e6).toFixed(2);
function verdict(line: string, ratio: number, limit: number): void {
  const holds = ratio >= limit;
  console.log(`${line} (limit ${limit}) ${holds ? "ok" : "FAILED"}`);
  if (!holds) process.exitCode = 1;
}
console.log(`reducer: ${million(best.fold)} M events/s, best of ${ROUNDS}`);
verdict(
  `reducer: ${(best.fold / best.read).toFixed(2)} × reading the same events from JSON (${million(best.read)} M/s)`,
  best.fold / best.read,
  READ_LIMIT,
);
verdict(
  `reducer: ${(best.fold / best.peer).toFixed(2)} × a reducer with a new state for each event (${million(best.peer)} M/s)`,
  best.fold / best.peer,
  PEER_LIMIT,
);
