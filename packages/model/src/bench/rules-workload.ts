import { dayNumberOf, MINUTES_A_DAY } from "@gandan/calendar/local-time";
import { compileCalendar, type OfficeCalendar } from "@gandan/calendar/office-calendar";
import { parseTerm } from "@gandan/calendar/term";
import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import {
  apologyFieldBits,
  channelCode,
  DossierColumns,
  letterColumn,
  NO_SIGNER,
  signerCode,
} from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { DOSSIER_GROUPS, dossierGroupCode } from "../dossier/dossier-group";
import type { ModelSource } from "../model/model-schema";

/** The eight rules that every peer judges, as a model's YAML would have them. */
export const workloadRules: ModelSource["rules"] = {
  "dung-hen": { kind: "dossier.on-time" },
  "dung-hen-lai": { kind: "dossier.on-time", against: "promised" },
  "trong-ngay": { kind: "dossier.finished-within", term: "same-day", when: { procedures: "registered" } },
  "bo-sung": { kind: "dossier.max-supplements", max: 1 },
  "hen-lai": { kind: "dossier.max-reappointments", max: 1 },
  "xin-loi": {
    kind: "dossier.apology",
    requires: ["cause", "new-due", "responsible"],
    signed_by: ["chairman", "vice-chairman"],
  },
  "ket-thuc": { kind: "dossier.closed-after-finish", within: "same-day" },
  "chuc-mung": { kind: "dossier.letter", groups: ["birth", "marriage"], letter: "congratulation", within: "same-day" },
};

export const workloadCalendar: OfficeCalendar = compileCalendar([vietNamCalendar], {
  from: "2023-12-01",
  to: "2026-06-30",
});
/** National code, group, usual term in working days. */
export const workloadProcedures = [
  ["1.001193", "birth", 1],
  ["1.000894", "marriage", 3],
  ["1.000656", "death", 1],
  ["1.004873", "marital-status", 3],
  ["2.000815", "certification", 1],
  ["2.000635", "extract", 1],
  ["1.001612", "business", 3],
  ["1.013227", "construction", 5],
] as const;
export const workloadRegistered: ReadonlySet<string> = new Set(["1.001193", "2.000815", "2.000635"]);
/** All dossiers are received in 2024 and 2025; a few are still open at this minute. */
export const workloadAsOf = dayNumberOf("2025-12-31") * MINUTES_A_DAY + 16 * 60;

/** Deterministic random numbers 0..1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `count` dossiers of 2024–2025 written straight into columns: about one in twelve late, some of these with apology; one in
 * ten paused for a supplement; some withdrawn; the last days' still open. The same seed gives the same dossiers.
 */
export function workloadColumns(count: number, seed = 1): DossierColumns {
  const random = randomFrom(seed);
  const calendar = workloadCalendar;
  const cols = new DossierColumns(count);
  const procedures = workloadProcedures.map(([code]) => cols.words.procedures.codeOf(code));
  const groups = workloadProcedures.map(([, group]) => dossierGroupCode(group));
  const flagSets = ["", "needs-verification"].map((flags) => cols.words.flagSets.codeOf(flags));
  const firstDay = dayNumberOf("2024-01-01");
  const days = dayNumberOf("2025-12-31") - firstDay + 1;
  const minute = (share: number, from: number, to: number) => Math.floor(from + share * (to - from));
  const complete = apologyFieldBits(["cause", "new-due", "responsible"]);
  const signers = [signerCode("chairman"), signerCode("vice-chairman"), signerCode("officer")];
  for (let i = 0; i < count; i++) {
    const p = Math.floor(random() * procedures.length);
    const day = firstDay + Math.floor(random() * days);
    const received = day * MINUTES_A_DAY + minute(random(), 7 * 60, 17 * 60);
    const accepted = calendar.addWorkingMinutes(received, minute(random(), 1, 30));
    const paused = random() < 0.1 ? minute(random(), 60, 1440) : 0;
    const term = workloadProcedures[p]![2] * calendar.minutesPerDay + paused;
    const due = calendar.addWorkingMinutes(accepted, term);
    const spent = random() < 0.08 ? term + minute(random(), 1, 960) : Math.max(20, minute(random(), term * 0.1, term));
    const finished = calendar.addWorkingMinutes(accepted, spent);
    const ended = random() < 0.02;
    const open = finished > workloadAsOf;
    const late = spent > term;
    const done = !(ended || open);
    const apologised = late && random() < 0.7;
    cols.receivedAt[i] = received;
    cols.acceptedAt[i] = accepted;
    cols.dueAt[i] = due;
    cols.promisedAt[i] = apologised ? calendar.addWorkingMinutes(due, 480) : due;
    cols.reappointments[i] = apologised ? (random() < 0.1 ? 2 : 1) : 0;
    cols.finishedAt[i] = done ? finished : NEVER;
    cols.handedOverAt[i] = done ? finished : NEVER;
    cols.closedAt[i] = done && random() < 0.93 ? calendar.addWorkingMinutes(finished, minute(random(), 1, 300)) : NEVER;
    cols.endedAt[i] = ended && !open ? finished : NEVER;
    cols.pausedMinutes[i] = paused;
    cols.pausedSince[i] = open && random() < 0.2 ? Math.min(due, workloadAsOf) : NEVER;
    cols.supplementRequests[i] = paused > 0 ? (random() < 0.15 ? 2 : 1) : 0;
    cols.apologyAt[i] = apologised ? due - minute(random(), 0, 60) + (random() < 0.1 ? 120 : 0) : NEVER;
    cols.apologyFields[i] = apologised ? (random() < 0.9 ? complete : 1) : 0;
    cols.apologySigner[i] = apologised ? signers[Math.floor(random() * 3)]! : NO_SIGNER;
    for (const column of cols.letterAt) column[i] = NEVER;
    if (done && p < 2 && random() < 0.8) cols.letterAt[2]![i] = finished + minute(random(), 0, 600);
    cols.procedure[i] = procedures[p]!;
    cols.group[i] = groups[p]!;
    cols.channel[i] = channelCode(random() < 0.5 ? "direct" : "online");
    cols.flagSet[i] = flagSets[random() < 0.95 ? 0 : 1]!;
  }
  cols.length = count;
  return cols;
}

/** One dossier with everything a peer may want worked out beforehand; limits as local minutes, NEVER where there is none. */
export function readyFacts(cols: DossierColumns, i: number) {
  const finishedAt = cols.finishedAt[i]!;
  const endedAt = cols.endedAt[i]!;
  const procedure = cols.words.procedures.words[cols.procedure[i]!]!;
  const nextEvening = (start: number) => workloadCalendar.dueAt(start, SAME_DAY);
  const sameDayAt = nextEvening(cols.acceptedAt[i]!);
  const paused = cols.pausedMinutes[i]!;
  return {
    procedure,
    registered: workloadRegistered.has(procedure),
    group: DOSSIER_GROUPS[cols.group[i]!]!,
    dueAt: cols.dueAt[i]!,
    promisedAt: cols.promisedAt[i]!,
    finishedAt,
    endedAt,
    pausedSince: cols.pausedSince[i]!,
    closedAt: cols.closedAt[i]!,
    congratulatedAt: cols.letterAt[letterColumn("congratulation")]![i]!,
    apologyAt: cols.apologyAt[i]!,
    apologyFields: cols.apologyFields[i]!,
    apologySigner: cols.apologySigner[i]!,
    supplementRequests: cols.supplementRequests[i]!,
    reappointments: cols.reappointments[i]!,
    /** End of the same-day term, with pauses. */
    sameDayAt: paused === 0 ? sameDayAt : workloadCalendar.addWorkingMinutes(sameDayAt, paused),
    /** By when to close and to send the letter. */
    afterFinishAt: finishedAt === NEVER ? NEVER : nextEvening(finishedAt),
    /** When the clock of the dossier stopped, or stands at `workloadAsOf`. */
    clockAt:
      finishedAt !== NEVER ? finishedAt : endedAt !== NEVER ? endedAt : Math.min(workloadAsOf, cols.pausedSince[i]!),
  };
}
export type ReadyFacts = ReturnType<typeof readyFacts>;

const SAME_DAY = parseTerm("same-day");
