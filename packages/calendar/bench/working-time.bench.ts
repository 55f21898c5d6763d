import type { CalendarSource, OfficeSpan } from "../src/calendar-source";
import { dateOfDay, dayNumberOf, type IsoWeekday, isoWeekday } from "../src/local-time";
import { compileCalendar } from "../src/office-calendar";
import { vietNamCalendar } from "../src/viet-nam";

/** 800 days. */
const RANGE = { from: "2024-10-23", to: "2026-12-31" };
const PAIRS = 1 << 16;
const ROUNDS = 7;
const COUNT_LIMIT = 50;
const ADD_LIMIT = 20;

const unit: CalendarSource = {
  name: "unit",
  usual: {},
  entries: ["2024-12-20", "2025-03-14", "2025-11-06", "2026-06-05"].map((date, i) => ({
    date,
    kind: "local-half-day",
    off: i % 2 ? "morning" : "afternoon",
    name: "Nghỉ nửa ngày",
    source: "bench",
    confirmed: true,
  })),
};
const layers = [vietNamCalendar, unit];
const calendar = compileCalendar(layers, RANGE);
const first = dayNumberOf(RANGE.from);
const days = dayNumberOf(RANGE.to) - first + 1;
const origin = first * 1440;

/** Counting minutes of a day as [from, to] pairs, read from the layers anew: shared by the day loop and the oracle. */
function spansOf(day: number): [number, number][] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const hours = (spans: readonly OfficeSpan[] = []) =>
    spans.filter((span) => span.counts).map(({ from, to }): [number, number] => [minutes(from), minutes(to)]);
  const usual = (weekday: IsoWeekday) => hours(vietNamCalendar.usual[weekday]);
  let spans = usual(isoWeekday(day));
  for (const entry of layers.flatMap((layer) => layer.entries.filter(({ date }) => date === dateOfDay(day)))) {
    if (entry.kind === "swapped-working") spans = usual(isoWeekday(dayNumberOf(entry.insteadOf)));
    else if (entry.kind !== "local-half-day") spans = [];
    else spans = spans.filter(([from]) => (entry.off === "morning" ? from >= 720 : from < 720));
  }
  return spans;
}

/** The peer: what one writes first – walk the days, clip the day's spans, add up. */
const plan = Array.from({ length: days }, (_, i) => spansOf(first + i));

function dayLoopCount(a: number, b: number): number {
  let sum = 0;
  const last = Math.floor(b / 1440);
  for (let day = Math.floor(a / 1440); day <= last; day++) {
    const spans = plan[day - first]!;
    for (let s = 0; s < spans.length; s++) {
      const start = Math.max(a, day * 1440 + spans[s]![0]);
      const end = Math.min(b, day * 1440 + spans[s]![1]);
      if (end > start) sum += end - start;
    }
  }
  return sum;
}

/** The day loop at its best: whole days from an array of daily sums, only the two ends clipped. Told without a limit. */
const dailySums = Int32Array.from(plan, (spans) => spans.reduce((sum, [from, to]) => sum + to - from, 0));

function dailySumsCount(a: number, b: number): number {
  const day = Math.floor(a / 1440);
  const last = Math.floor(b / 1440);
  if (last - day < 2) return dayLoopCount(a, b);
  let sum = dayLoopCount(a, (day + 1) * 1440) + dayLoopCount(last * 1440, b);
  for (let i = day + 1 - first; i < last - first; i++) sum += dailySums[i]!;
  return sum;
}

function dayLoopAdd(start: number, minutes: number): number {
  let left = minutes;
  for (let day = Math.floor(start / 1440); ; day++) {
    const spans = plan[day - first]!;
    for (let s = 0; s < spans.length; s++) {
      const begin = Math.max(start, day * 1440 + spans[s]![0]);
      const free = day * 1440 + spans[s]![1] - begin;
      if (free <= 0) continue;
      if (left <= free) return begin + left;
      left -= free;
    }
  }
}

/** The oracle: one byte a minute. */
const counting = new Uint8Array(days * 1440);
plan.forEach((spans, i) => {
  for (const [from, to] of spans) counting.fill(1, i * 1440 + from, i * 1440 + to);
});

function oracleCount(a: number, b: number): number {
  let sum = 0;
  for (let m = a - origin; m < b - origin; m++) sum += counting[m]!;
  return sum;
}

function oracleAdd(start: number, minutes: number): number {
  let m = start - origin;
  for (let left = minutes; left > 0; m++) left -= counting[m]!;
  return origin + m;
}

let seed = 20_261_122;
/** Deterministic random integer below `n` (mulberry32). */
function random(n: number): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
}

/** Two minutes anywhere in the range, the earlier one first; a start that leaves 120 working days to add. */
const from = new Int32Array(PAIRS);
const to = new Int32Array(PAIRS);
const start = new Int32Array(PAIRS);
const term = new Int32Array(PAIRS);
for (let i = 0; i < PAIRS; i++) {
  const [a, b] = [random(days * 1440), random(days * 1440)];
  from[i] = origin + Math.min(a, b);
  to[i] = origin + Math.max(a, b);
  start[i] = origin + random((days - 220) * 1440);
  term[i] = 1 + random(120 * 480);
}

let mismatches = 0;
for (let i = 0; i < PAIRS; i++) {
  const counted = calendar.workingMinutesBetween(from[i]!, to[i]!);
  const added = calendar.addWorkingMinutes(start[i]!, term[i]!);
  if (counted !== dayLoopCount(from[i]!, to[i]!) || counted !== dailySumsCount(from[i]!, to[i]!)) mismatches++;
  if (added !== dayLoopAdd(start[i]!, term[i]!)) mismatches++;
  if (i % 64 === 0 && (counted !== oracleCount(from[i]!, to[i]!) || added !== oracleAdd(start[i]!, term[i]!)))
    mismatches++;
}
console.log(
  `calendar results: ${mismatches} mismatches in ${PAIRS} counts and ${PAIRS} additions against the day loop, ` +
    `${PAIRS / 64} of each against the minutes (limit 0) ${mismatches === 0 ? "ok" : "FAILED"}`,
);

let sink = 0;
/** Best operations a second of `operation` over the first `n` pairs, repeated until 25 ms have passed. */
function rate(x: Int32Array, y: Int32Array, n: number, operation: (x: number, y: number) => number): number {
  const began = process.hrtime.bigint();
  let done = 0;
  let ns = 0;
  do {
    for (let i = 0; i < n; i++) sink = (sink + operation(x[i]!, y[i]!)) | 0;
    done += n;
    ns = Number(process.hrtime.bigint() - began);
  } while (ns < 25e6);
  return (done / ns) * 1e9;
}

interface Race {
  name: string;
  ours: () => number;
  peer: () => number;
  limit?: number;
}
/** Deadlines as offices meet them, up to ten working days: told, but without a limit. */
const shortTerm = term.map((minutes) => 1 + (minutes % 4_800));
const shortTo = start.map((minute, i) => dayLoopAdd(minute, shortTerm[i]!));
const races: Race[] = [
  {
    name: "count",
    ours: () => rate(from, to, PAIRS, (a, b) => calendar.workingMinutesBetween(a, b)),
    peer: () => rate(from, to, 4096, dayLoopCount),
    limit: COUNT_LIMIT,
  },
  {
    name: "add",
    ours: () => rate(start, term, PAIRS, (a, n) => calendar.addWorkingMinutes(a, n)),
    peer: () => rate(start, term, 4096, dayLoopAdd),
    limit: ADD_LIMIT,
  },
  {
    name: "count, against daily sums",
    ours: () => rate(from, to, PAIRS, (a, b) => calendar.workingMinutesBetween(a, b)),
    peer: () => rate(from, to, 4096, dailySumsCount),
  },
  {
    name: "count, up to 10 days",
    ours: () => rate(start, shortTo, PAIRS, (a, b) => calendar.workingMinutesBetween(a, b)),
    peer: () => rate(start, shortTo, 4096, dayLoopCount),
  },
  {
    name: "add, up to 10 days",
    ours: () => rate(start, shortTerm, PAIRS, (a, n) => calendar.addWorkingMinutes(a, n)),
    peer: () => rate(start, shortTerm, 4096, dayLoopAdd),
  },
];

let failed = mismatches > 0;
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
for (const { name, ours, peer, limit } of races) {
  ours();
  peer();
  const rounds = Array.from({ length: ROUNDS }, () => ({ ours: ours(), peer: peer() }));
  const ratio = median(rounds.map((round) => round.ours / round.peer));
  const millions = (side: "ours" | "peer") => (median(rounds.map((round) => round[side])) / 1e6).toFixed(2);
  const verdict = limit === undefined ? "(no limit)" : `(limit ${limit}) ${ratio >= limit ? "ok" : "FAILED"}`;
  console.log(
    `calendar ${name}: ${ratio.toFixed(1)} × day loop ${verdict} – ${millions("ours")} M/s against ${millions("peer")} M/s`,
  );
  if (limit !== undefined && ratio < limit) failed = true;
}
// Printing the sum keeps the measured calls from being optimised away.
console.log(`calendar checksum: ${sink}`);
process.exitCode = failed ? 1 : 0;
