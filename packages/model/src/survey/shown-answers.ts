/** Answers that are told together and never apart. */
export interface Lump {
  /** Places of the answers, from 0; `NOT_CHOSEN` for sheets that answered and did not choose it. */
  options: readonly number[];
  n: number;
  /** Of these together there are more than none and at most so many; null where nothing is said. */
  few: { options: readonly number[]; atMost: number } | null;
}

/** What is told of the answers to one question. */
export interface ShownAnswers {
  /** Sheets that answered. */
  n: number;
  /** By answer: those that are told by themselves. */
  counts: readonly number[];
  lumps: readonly Lump[];
}

/** In a question with several answers: a sheet that did not choose the other one of a lump. */
export const NOT_CHOSEN = -1;

/**
 * How the answers of a question may be told apart. `sides`: of one scale, from its low to its high end, those on the one
 * side and on the other – of what is looked at first; one side where no answer is better than another.
 */
export interface Scale {
  /** How many answers there are to choose from. */
  width: number;
  /** Null where a sheet may hold several answers. */
  sides: readonly (readonly number[])[] | null;
}

/** Levels: satisfied and very satisfied against the rest; yes against no; of choices none stands against another. */
export function scaleOf({ kind, options }: { kind: string; options?: readonly string[] | undefined }): Scale {
  if (kind === "level5")
    return {
      width: 5,
      sides: [
        [0, 1, 2],
        [3, 4],
      ],
    };
  if (kind === "yes-no") return { width: 2, sides: [[0], [1]] };
  const width = options?.length ?? 1;
  return { width, sides: kind === "several" ? null : [Array.from({ length: width }, (_, i) => i)] };
}

/** Sheets, whatever they say. */
export const SHEETS: Scale = { width: 1, sides: [[0]] };

const sumOf = (counts: readonly number[], options: readonly number[]) =>
  options.reduce((sum, option) => sum + (counts[option] ?? 0), 0);

/** So many that a few of them may lie anywhere between one and `minCell` less one, whatever the total says. */
const plenty = (minCell: number) => 3 * minCell - 2;

/** Where fewer than a cell lie on one side, the answers still count when they shift a share by a twentieth at most. */
const LEAST_SHIFT = 20;

/** Whether an answer's number may be told: nobody gave it, or a cell did. */
const enough = (n: number, minCell: number) => n === 0 || n >= minCell;

/** Whether answers are told as they are, or wait for others of their quarter so that both sides can be told apart. */
export function ripe(counts: readonly number[], n: number, { sides }: Scale, minCell: number): boolean {
  if (n < minCell) return false;
  if (sides === null || sides.length < 2) return true;
  return n >= LEAST_SHIFT * (minCell - 1) || sides.every((side) => enough(sumOf(counts, side), minCell));
}

/**
 * The answers of a side with `minCell` or none that are not told apart: as soon as there are few of one, all below a cell,
 * and others with them until they are so many that nobody can work out the few. Which others does not go by their size,
 * that would tell it; and one goes with them even where the few are enough together, since they might be no other than the
 * most of few.
 */
function hiddenOf(counts: readonly number[], side: readonly number[], minCell: number): readonly number[] {
  const of = (option: number) => counts[option] ?? 0;
  const hidden = side.filter((option) => of(option) < minCell);
  if (sumOf(counts, hidden) === 0) return [];
  for (const [i, option] of side.filter((option) => of(option) >= minCell).entries()) {
    if (i > 0 && sumOf(counts, hidden) >= plenty(minCell)) break;
    hidden.push(option);
  }
  return side.filter((option) => hidden.includes(option));
}

function bySide(counts: readonly number[], n: number, sides: readonly (readonly number[])[], minCell: number) {
  const hidden = sides.map((side) => hiddenOf(counts, side, minCell)).filter((options) => options.length > 0);
  const among = new Set(hidden.flat());
  return {
    n,
    counts: counts.map((count, option) => (among.has(option) ? 0 : count)),
    lumps: hidden.map((options): Lump => ({ options, n: sumOf(counts, options), few: null })),
  };
}

/** One side is fewer than a cell: it is told with the end of the other side, or with all. */
function acrossSides(
  counts: readonly number[],
  n: number,
  sides: readonly (readonly number[])[],
  minCell: number,
): ShownAnswers {
  const all = counts.map((_, option) => option);
  const totals = sides.map((side) => sumOf(counts, side));
  const fewSide = totals.findIndex((total) => !enough(total, minCell));
  const few = sides[fewSide] ?? [];
  const others = sides.filter((side) => side !== few);
  if (n < plenty(minCell) || !others.every((side) => sumOf(counts, side) >= minCell)) {
    return { n, counts: counts.map(() => 0), lumps: [{ options: all, n, few: null }] };
  }
  const end = fewSide === 0 ? all.at(-1) : all[0];
  const apart = all.filter((option) => !few.includes(option) && option !== end);
  const told = apart.every((option) => enough(counts[option] ?? 0, minCell)) ? apart : [];
  const rest = n - sumOf(counts, told);
  const own = rest >= plenty(minCell) ? told : [];
  const options = all.filter((option) => !own.includes(option));
  return {
    n,
    counts: counts.map((count, option) => (own.includes(option) ? count : 0)),
    lumps: [{ options, n: n - sumOf(counts, own), few: { options: few, atMost: minCell - 1 } }],
  };
}

function severalOf(counts: readonly number[], n: number, minCell: number): ShownAnswers {
  const hidden = [...counts.keys()].filter((i) => !enough(counts[i]!, minCell) || !enough(n - counts[i]!, minCell));
  return {
    n,
    counts: counts.map((count, i) => (hidden.includes(i) ? 0 : count)),
    lumps: hidden.map((i): Lump => {
      const few =
        n < plenty(minCell) ? null : { options: [counts[i]! < minCell ? i : NOT_CHOSEN], atMost: minCell - 1 };
      return { options: [i, NOT_CHOSEN], n, few };
    }),
  };
}

/**
 * What is told of the answers of `n` sheets, so that no number tells fewer than `minCell` answers, nor does any that can
 * be worked out of the others; that nobody gave an answer may be told. Needs n ≥ `minCell`.
 * @param all by answer
 */
export function tellApart(all: readonly number[], n: number, { width, sides }: Scale, minCell: number): ShownAnswers {
  const counts = Array.from({ length: width }, (_, i) => all[i] ?? 0);
  if (sides === null) return severalOf(counts, n, minCell);
  return sides.every((side) => enough(sumOf(counts, side), minCell))
    ? bySide(counts, n, sides, minCell)
    : acrossSides(counts, n, sides, minCell);
}

/** By side, how many answers it has; null where that is not told. */
export function sidesOf(answers: ShownAnswers, { sides }: Scale): number[] | null {
  const ranges = (sides ?? []).map((side) => rangeAt(answers, side));
  return ranges.every(({ low, high }) => low === high) ? ranges.map(({ low }) => low) : null;
}

const keyOf = ({ options, few }: Lump) => `${options.join()}|${few?.options.join() ?? ""}`;

/** All that several parts tell. */
export function addAnswers(parts: readonly ShownAnswers[]): ShownAnswers {
  const counts: number[] = [];
  const lumps = new Map<string, Lump>();
  let n = 0;
  for (const part of parts) {
    n += part.n;
    for (const [i, count] of part.counts.entries()) counts[i] = (counts[i] ?? 0) + count;
    for (const lump of part.lumps) {
      const known = lumps.get(keyOf(lump));
      const few = lump.few && { ...lump.few, atMost: lump.few.atMost + (known?.few?.atMost ?? 0) };
      lumps.set(keyOf(lump), { options: lump.options, n: lump.n + (known?.n ?? 0), few });
    }
  }
  return { n, counts, lumps: [...lumps.values()] };
}

/** Between how many and how many answers; the same twice where it is told exactly. */
export interface Range {
  low: number;
  high: number;
}

function rangeIn({ options, n, few }: Lump, wanted: readonly number[]): Range {
  const within = options.filter((option) => wanted.includes(option));
  if (within.length === 0) return { low: 0, high: 0 };
  if (within.length === options.length) return { low: n, high: n };
  if (!few) return { low: 0, high: n };
  const without = options.filter((option) => !wanted.includes(option));
  const isFew = (list: readonly number[]) => list.every((option) => few.options.includes(option));
  if (isFew(within)) return { low: 0, high: few.atMost };
  return isFew(without) ? { low: n - few.atMost, high: n } : { low: 0, high: n };
}

/** How many of the answers are any of the wanted ones, as far as it is told. */
export function rangeAt({ counts, lumps }: ShownAnswers, wanted: readonly number[]): Range {
  const sure = sumOf(counts, wanted);
  const ranges = lumps.map((lump) => rangeIn(lump, wanted));
  return {
    low: ranges.reduce((sum, { low }) => sum + low, sure),
    high: ranges.reduce((sum, { high }) => sum + high, sure),
  };
}

const isKnown = (lump: Lump, wanted: readonly number[]) => {
  const { low, high } = rangeIn(lump, wanted);
  return high - low <= (lump.few?.atMost ?? 0);
};

/**
 * As `rangeAt`, of how many; sheets of which nothing at all is told are left out. `open`: those of the others that may or
 * may not be wanted, however many they are: they are told together with some of their side, which is asked for in part.
 */
export function toldAt(
  { n, counts, lumps }: ShownAnswers,
  wanted: readonly number[],
): Range & { n: number; open: number } {
  const sizeOf = (list: readonly Lump[]) => list.reduce((sum, lump) => sum + lump.n, 0);
  const unknown = lumps.filter((lump) => !isKnown(lump, wanted));
  // Only whole blocks: without a part of one, the share of what is left would be another.
  const leftOut = unknown.filter(({ options }) => options.length === counts.length);
  const kept = lumps.filter((lump) => !leftOut.includes(lump));
  return {
    ...rangeAt({ n, counts, lumps: kept }, wanted),
    n: n - sizeOf(leftOut),
    open: sizeOf(unknown) - sizeOf(leftOut),
  };
}

/** Answers that have to be shown in one line, since some of them are nowhere told apart. */
export interface Joined {
  options: number[];
  n: number;
}

/** The lines in which the answers to a question with one answer are told: those that stand alone, and those joined. */
export function joinedOf({ counts, lumps }: ShownAnswers): Joined[] {
  const groups: Set<number>[] = [];
  for (const { options } of lumps) {
    const touched = groups.filter((group) => options.some((option) => group.has(option)));
    const merged = new Set([...options, ...touched.flatMap((group) => [...group])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged);
  }
  return groups
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!)
    .map((options) => ({
      options,
      n:
        sumOf(counts, options) +
        lumps.filter((lump) => options.includes(lump.options[0]!)).reduce((sum, { n }) => sum + n, 0),
    }));
}
