/** A group of promises as it stands in the model. */
export interface BoardSlogan {
  title: string;
  commitments: readonly { text: string }[];
}

/** One view of the board: a slogan, or a part of one that is too long to be read from afar at once. */
export interface BoardScene {
  title: string;
  lines: string[];
  /** The largest size at which all of it fits. */
  size: BoardSize;
}

/** Letters that fit in a line and lines that fit under the title, by size of type; from five metres "s" is the floor. */
const ROOM = {
  xl: { letters: 25, lines: 5 },
  l: { letters: 32, lines: 7 },
  m: { letters: 40, lines: 9 },
  s: { letters: 48, lines: 11 },
} as const;
export type BoardSize = keyof typeof ROOM;
const SIZES = ["xl", "l", "m", "s"] as const satisfies readonly BoardSize[];

const linesOf = (text: string, letters: number) => Math.max(1, Math.ceil(text.length / letters));

const fits = (texts: readonly string[], size: BoardSize) =>
  texts.reduce((lines, text) => lines + linesOf(text, ROOM[size].letters), 0) <= ROOM[size].lines;

const sizeOf = (texts: readonly string[]): BoardSize => SIZES.find((size) => fits(texts, size)) ?? "s";

/** The most lines, as even as can be, that fit on one view at a size that reads well. */
function cut(texts: readonly string[]): string[][] {
  if (texts.length <= 1 || fits(texts, "m")) return [[...texts]];
  const half = Math.ceil(texts.length / 2);
  return [...cut(texts.slice(0, half)), ...cut(texts.slice(half))];
}

/** What the board shows one after the other, each as large as it can be. */
export function boardScenes(slogans: readonly BoardSlogan[]): BoardScene[] {
  return slogans.flatMap(({ title, commitments }) =>
    cut(commitments.map(({ text }) => text)).map((lines) => ({ title, lines, size: sizeOf(lines) })),
  );
}
