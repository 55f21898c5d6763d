import type { LocalDate } from "@gandan/calendar/local-time";
import { quarterOf } from "../oversight/period";
import { addAnswers, ripe, type Scale, type ShownAnswers, sidesOf, tellApart } from "./shown-answers";
import { type Crossing, tellingColumns } from "./telling-parts";
import { spanEnd, spanStart } from "./ten-day-span";

/** Answers to one question; `n` sheets gave them. */
export interface AnswerCounts {
  counts: readonly number[];
  n: number;
}

/** Answers that came on a day or in a span of ten days, `day` being its first. */
export interface DatedCounts extends AnswerCounts {
  day: LocalDate;
}

/** Those of one place: a procedure, or a point for sheets that name no procedure. */
export interface PlaceCounts extends DatedCounts {
  place: string;
}

/** Sheets whose answers are told as one and never by day; both days included. */
export interface Block extends ShownAnswers {
  from: LocalDate;
  to: LocalDate;
}

export interface PlaceBlock extends Block {
  place: string;
}

/** All that is ever shown of the answers to one question: any result is a sum of these. */
export interface ShownCounts {
  /** Of the whole, rising, apart from each other. */
  blocks: Block[];
  /** Of single places, by whole quarters that have ended. */
  places: PlaceBlock[];
}

/** Adds counts place by place. */
export function addCounts(list: readonly AnswerCounts[]): AnswerCounts {
  const counts: number[] = [];
  let n = 0;
  for (const one of list) {
    n += one.n;
    for (const [i, count] of one.counts.entries()) counts[i] = (counts[i] ?? 0) + count;
  }
  return { counts, n };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const QUARTERS = ["01-01", "04-01", "07-01", "10-01"] as const;
/** As `quarterOf`, asked for thousands of cells. */
const quarterStart = (day: LocalDate): LocalDate =>
  `${day.slice(0, 5)}${QUARTERS[Math.floor((Number(day.slice(5, 7)) - 1) / 3)]}`;

/** By what a question's answers are told apart, and how many they have to be. */
export interface Telling {
  scale: Scale;
  minCell: number;
}

/**
 * Spans of a quarter that have ended, each that is not ripe joined with those after it; what is left at the quarter's end
 * is told as far as it can be.
 */
function blocksOf(days: readonly DatedCounts[], today: LocalDate, { scale, minCell }: Telling): Block[] {
  const blocks: Block[] = [];
  let open: DatedCounts[] = [];
  const close = (to: LocalDate) => {
    const { counts, n } = addCounts(open);
    blocks.push({ ...tellApart(counts, n, scale, minCell), from: spanStart(open[0]!.day), to });
    open = [];
  };
  let last: LocalDate | null = null;
  for (const [start, span] of groupBy(days, ({ day }) => spanStart(day))) {
    const to = spanEnd(start);
    if (to >= today) return blocks;
    open.push(...span);
    last = to;
    const { counts, n } = addCounts(open);
    if (ripe(counts, n, scale, minCell)) close(to);
  }
  const over = last !== null && quarterOf(last).to < today;
  if (last !== null && over && addCounts(open).n >= minCell) close(last);
  return blocks;
}

interface Place {
  place: string;
  sum: AnswerCounts;
  /** By block, and last what lies in none. */
  byBlock: readonly AnswerCounts[];
  /** Whether its sides are told, and not only how many sheets it has. */
  split: boolean;
}

/** Some answers of a row or a column; null for all of them. */
type Options = readonly number[] | null;

const sizeOf = ({ counts, n }: AnswerCounts, options: Options) =>
  options === null ? n : options.reduce((sum, option) => sum + (counts[option] ?? 0), 0);

const meet = (a: Options, b: Options): Options => (a === null ? b : b === null ? a : a.filter((o) => b.includes(o)));

/** The table of blocks and places, each by side where its sides are told, and what crosses in it. */
function tableOf(blocks: readonly Block[], places: readonly Place[], scale: Scale) {
  const { sides } = scale;
  const rows = blocks.flatMap((block, i) => {
    const bySide = sides && sides.length > 1 ? sidesOf(block, scale) : null;
    return bySide
      ? sides!.map((options, s) => ({ i, options: options as Options, n: bySide[s]! }))
      : [{ i, options: null as Options, n: block.n }];
  });
  const columns = places.flatMap(({ sum, split, byBlock }, place) =>
    (split ? sides! : [null]).map((options: Options) => ({ place, options, n: sizeOf(sum, options), byBlock })),
  );
  const crossings: Crossing[] = [];
  const others = rows.map(({ n }) => n);
  for (const [column, { options, n, byBlock }] of columns.entries()) {
    let outside = n;
    for (const [row, { i, options: own, n: all }] of rows.entries()) {
      const common = meet(own, options);
      if (byBlock[i]!.n === 0 || all === 0 || n === 0 || common?.length === 0) continue;
      const held = sizeOf(byBlock[i]!, common);
      crossings.push({ row, column, n: held });
      others[row] = others[row]! - held;
      outside -= held;
    }
    if (byBlock[blocks.length]!.n > 0 && n > 0) crossings.push({ row: null, column, n: outside });
  }
  for (const [row, { i, n }] of rows.entries()) {
    const known = places.reduce((sum, { byBlock }) => sum + byBlock[i]!.n, 0);
    if (n > 0 && blocks[i]!.n > known) crossings.push({ row, column: null, n: others[row]! });
  }
  return { rows, columns, crossings };
}

/**
 * The places of a quarter that can be shown beside its blocks: how many sheets, and of each side how many where that
 * tells no few; never single answers.
 */
function placesOf(cells: readonly PlaceCounts[], blocks: readonly Block[], { scale, minCell }: Telling): PlaceBlock[] {
  const first = cells[0];
  if (!first) return [];
  const blockOf = (day: LocalDate) => {
    const block = blocks.findIndex(({ from, to }) => from <= day && day <= to);
    return block < 0 ? blocks.length : block;
  };
  let places = groupBy(cells, ({ place }) => place)
    .map(([place, held]): Place => {
      const sum = addCounts(held);
      const byBlock = Array.from({ length: blocks.length + 1 }, (_, block) =>
        addCounts(held.filter(({ day }) => blockOf(day) === block)),
      );
      const { sides } = scale;
      const told = sides !== null && sides.length > 1 && sum.n >= minCell;
      return {
        ...{ place, sum, byBlock },
        split: told && sidesOf(tellApart(sum.counts, sum.n, scale, minCell), scale) !== null,
      };
    })
    .filter(({ sum }) => sum.n >= minCell);
  for (;;) {
    const { rows, columns, crossings } = tableOf(blocks, places, scale);
    const telling = tellingColumns(rows, columns, crossings, minCell).map((column) => columns[column]!);
    if (telling.length === 0) break;
    const least = telling.reduce((a, b) => (b.n < a.n || (b.n === a.n && b.place > a.place) ? b : a)).place;
    places = places.flatMap((one, i) => (i !== least ? [one] : one.split ? [{ ...one, split: false }] : []));
  }
  const quarter = quarterOf(first.day);
  const all = Array.from({ length: scale.width }, (_, option) => option);
  return places.map(({ place, sum, split }): PlaceBlock => {
    const lumps = (split ? scale.sides! : [all]).map((options) => ({
      options,
      n: split ? sizeOf(sum, options) : sum.n,
      few: null,
    }));
    return { place, ...quarter, n: sum.n, counts: all.map(() => 0), lumps };
  });
}

/**
 * What may be told of the answers to one question, given all of them up to now. Whole results move when a span of ten
 * days has ended, single places when a quarter has; a part that would tell of fewer than `minCell` answers is joined with
 * others or left out, and stays so. So every result, at any time and over any period, is a sum of numbers that each are
 * none or at least `minCell` answers, and no difference of any results tells fewer. Needs that nothing is added to a span
 * that has ended (`countedDay`).
 * @param days of the whole, by day or span
 * @param cells of single places, by span
 */
export function shownCounts(
  days: readonly DatedCounts[],
  cells: readonly PlaceCounts[],
  today: LocalDate,
  telling: Telling,
): ShownCounts {
  const shown: ShownCounts = { blocks: [], places: [] };
  const cellsOf = new Map(groupBy(cells, ({ day }) => quarterStart(day)));
  for (const [start, quarter] of groupBy(days, ({ day }) => quarterStart(day))) {
    const blocks = blocksOf(
      quarter.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      today,
      telling,
    );
    shown.blocks.push(...blocks);
    if (quarterOf(start).to < today) shown.places.push(...placesOf(cellsOf.get(start) ?? [], blocks, telling));
  }
  return shown;
}

/** What the shown parts tell that lie wholly within a period; null when there are none. */
export function sumWithin(parts: readonly Block[], period: { from: LocalDate; to: LocalDate }): ShownAnswers | null {
  const within = parts.filter(({ from, to }) => period.from <= from && to <= period.to);
  return within.length > 0 ? addAnswers(within) : null;
}
