import type { LocalDate } from "@gandan/calendar/local-time";
import { quarterOf } from "../oversight/period";
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

/** Answers that are shown as one and never apart; both days included. */
export interface Block extends AnswerCounts {
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

/** Spans of a quarter that have ended, each with too few answers joined with those after it; what is left is not shown. */
function blocksOf(days: readonly DatedCounts[], today: LocalDate, minCell: number): Block[] {
  const blocks: Block[] = [];
  let open: DatedCounts[] = [];
  for (const [start, span] of groupBy(days, ({ day }) => spanStart(day))) {
    const to = spanEnd(start);
    if (to >= today) break;
    open.push(...span);
    const sum = addCounts(open);
    if (sum.n < minCell) continue;
    blocks.push({ ...sum, from: spanStart(open[0]!.day), to });
    open = [];
  }
  return blocks;
}

/** By set of rows, one bit each: what lies in columns whose rows are all in the set. */
function nestedSums(masks: readonly number[], sizes: readonly number[], rows: number): Int32Array {
  const sums = new Int32Array(1 << rows);
  for (const [c, mask] of masks.entries()) sums[mask] = sums[mask]! + sizes[c]!;
  for (let bit = 1; bit < sums.length; bit <<= 1) {
    for (let set = 0; set < sums.length; set++) if (set & bit) sums[set] = sums[set]! + sums[set ^ bit]!;
  }
  return sums;
}

interface Column {
  place: string;
  n: number;
  /** Answers by row; the last row is what no block holds. */
  cells: readonly number[];
  mask: number;
}

/**
 * A column that has to go so that no sum of shown rows less shown columns, or of columns less rows, tells fewer than
 * `minCell` answers; undefined when none has to. In a table of two dimensions every number that can be worked out of its
 * sums is such a difference, of rows and the columns that lie wholly in them or the other way round.
 */
function tellingColumn(rows: readonly number[], columns: readonly Column[], minCell: number): Column | undefined {
  const known = rows.length;
  const sizes = columns.map(({ n }) => n);
  const nested = nestedSums(
    columns.map(({ mask }) => mask),
    sizes,
    known + 1,
  );
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const every = (1 << (known + 1)) - 1;
  const tells = (n: number) => n > 0 && n < minCell;
  // By set, built up bit by bit: the sheets of its rows, and whether columns hold all of them.
  const sums = new Int32Array(1 << known);
  const covered = new Uint8Array(1 << known).fill(1);
  const rowCovered = rows.map((n, row) => columns.reduce((held, { cells }) => held + cells[row]!, 0) === n);
  for (let set = 1; set < 1 << known; set++) {
    const row = 31 - Math.clz32(set);
    const rest = set ^ (1 << row);
    sums[set] = sums[rest]! + rows[row]!;
    covered[set] = covered[rest]! && rowCovered[row] ? 1 : 0;
    if (tells(sums[set]! - nested[set]!)) return columns.findLast(({ mask }) => (mask & ~set) === 0);
    if (covered[set] && tells(total - nested[every & ~set]! - sums[set]!)) {
      return columns.findLast(({ mask }) => mask & set);
    }
  }
  return undefined;
}

/** The places of a quarter that can be shown beside its blocks. */
function placesOf(cells: readonly PlaceCounts[], blocks: readonly Block[], minCell: number): PlaceBlock[] {
  const rowOf = (day: LocalDate) => {
    const row = blocks.findIndex(({ from, to }) => from <= day && day <= to);
    return row < 0 ? blocks.length : row;
  };
  const groups = new Map(groupBy(cells, ({ place }) => place));
  let columns = [...groups]
    .map(([place, held]): Column => {
      const byRow = Array.from({ length: blocks.length + 1 }, () => 0);
      for (const { day, n } of held) byRow[rowOf(day)] = byRow[rowOf(day)]! + n;
      const mask = byRow.reduce((bits, n, row) => (n > 0 ? bits | (1 << row) : bits), 0);
      return { place, n: held.reduce((sum, one) => sum + one.n, 0), cells: byRow, mask };
    })
    .filter(({ n }) => n >= minCell)
    .sort((a, b) => b.n - a.n || (a.place < b.place ? -1 : 1));
  const rows = blocks.map(({ n }) => n);
  for (;;) {
    const telling = tellingColumn(rows, columns, minCell);
    if (!telling) break;
    columns = columns.filter((column) => column !== telling);
  }
  const first = cells[0];
  if (!first) return [];
  const quarter = quarterOf(first.day);
  return columns.map(({ place }) => ({ ...addCounts(groups.get(place) ?? []), ...quarter, place }));
}

/**
 * What may be shown of the answers to one question, given all of them up to now. Whole results move when a span of ten
 * days has ended, single places when a quarter has; a part with fewer than `minCell` answers is joined with others or
 * left out, and stays so. So every result, at any time and over any period, is a sum of parts that each have `minCell`
 * answers, and no difference of any results tells fewer. Needs that nothing is added to a span that has ended
 * (`countedDay`).
 * @param days of the whole, by day or span
 * @param cells of single places, by span
 */
export function shownCounts(
  days: readonly DatedCounts[],
  cells: readonly PlaceCounts[],
  today: LocalDate,
  minCell: number,
): ShownCounts {
  const shown: ShownCounts = { blocks: [], places: [] };
  const cellsOf = new Map(groupBy(cells, ({ day }) => quarterStart(day)));
  for (const [start, quarter] of groupBy(days, ({ day }) => quarterStart(day))) {
    const blocks = blocksOf(
      quarter.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      today,
      minCell,
    );
    shown.blocks.push(...blocks);
    if (quarterOf(start).to < today) shown.places.push(...placesOf(cellsOf.get(start) ?? [], blocks, minCell));
  }
  return shown;
}

/** The sum of the shown parts that lie wholly within a period; null when there are none. */
export function sumWithin(parts: readonly Block[], period: { from: LocalDate; to: LocalDate }): AnswerCounts | null {
  const within = parts.filter(({ from, to }) => period.from <= from && to <= period.to);
  return within.length > 0 ? addCounts(within) : null;
}
