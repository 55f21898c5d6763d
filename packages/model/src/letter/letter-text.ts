import { closestWord } from "../model/closest-word";
import type { LetterTone } from "./letter-kinds";
import { findPlaceholder, type LetterDatum, placeholderName, placeholdersOf } from "./placeholders";

/** A stretch of the text of a kind of letter. Bold holds no passage, and no passage holds another. */
export type Piece =
  | { type: "text"; text: string }
  /** A placeholder; `capital` when it begins a sentence. */
  | { type: "datum"; datum: LetterDatum; capital: boolean }
  | { type: "bold"; pieces: Piece[] }
  /** Left out when a datum within it is not there. */
  | { type: "optional"; pieces: Piece[] };

/** The text of a kind of letter. */
export interface LetterText {
  title: Piece[];
  summary: Piece[] | null;
  paragraphs: Piece[][];
}

/** What is wrong with a text, and where: line and column from 1. */
export interface TextProblem {
  problem: "unknown" | "unclosed" | "stray" | "nested" | "always" | "empty" | "heading" | "noTitle" | "noText";
  line: number;
  column: number;
  /** The sign or the word that is wrong. */
  word: string;
  /** A known placeholder that may be meant. */
  closest: string | null;
}

export type ReadText = { text: LetterText; problems: [] } | { text: null; problems: TextProblem[] };

interface Block {
  heading: 0 | 1 | 2;
  /** Number of the first line. */
  line: number;
  /** Column at which the first line begins. */
  column: number;
  lines: string[];
}

/**
 * Reads the text of a kind of letter. The language:
 * - an empty line separates paragraphs; the first line is the title, "# Thư chúc mừng"; the next may be "## Về việc …";
 * - `{tên bé}` is a placeholder, whatever its case and accents; written `{Tên bé}` it begins with a capital letter;
 * - `[Cách khắc phục: {cách khắc phục}.]` is an optional passage: there only when all data within it are there;
 * - `*chữ đậm*` is bold;
 * - a backslash before `{ } [ ] * # \` makes the sign an ordinary one.
 * All that is wrong is told at once, in the order in which it stands.
 */
export function readText(source: string, tone: LetterTone): ReadText {
  const problems: TextProblem[] = [];
  const blocks = blocksOf(source.normalize("NFC").replace(/\r\n?/g, "\n"));
  const note = (problem: TextProblem["problem"], { line, column }: Place, word = "", closest: string | null = null) =>
    problems.push({ problem, line, column, word, closest });
  const read = (block: Block) => piecesOf(block, tone, note);

  const [first, second] = blocks;
  if (first?.heading !== 1) note("noTitle", { line: 1, column: 1 });
  const title = first?.heading === 1 ? read(first) : [];
  const summary = first?.heading === 1 && second?.heading === 2 ? read(second) : null;
  const rest = blocks.slice(first?.heading === 1 ? (summary ? 2 : 1) : 0);
  for (const { heading, line } of rest) if (heading > 0) note("heading", { line, column: 1 }, "#");
  const paragraphs = rest.map(read).filter((pieces) => pieces.length > 0);
  if (paragraphs.length === 0) note("noText", { line: source.split("\n").length, column: 1 });
  if (first?.heading === 1 && title.length === 0) note("noTitle", { line: first.line, column: 1 });
  if (problems.length === 0) return { text: { title, summary, paragraphs }, problems: [] };
  return { text: null, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  source.split("\n").forEach((text, i) => {
    const [, marks] = /^(##?) /.exec(`${text} `) ?? [];
    if (text.trim() === "") open = undefined;
    else if (marks) {
      const column = marks.length + 2;
      blocks.push({ heading: marks.length as 1 | 2, line: i + 1, column, lines: [text.slice(column - 1)] });
      open = undefined;
    } else if (open) open.lines.push(text);
    else {
      open = { heading: 0, line: i + 1, column: 1, lines: [text] };
      blocks.push(open);
    }
  });
  return blocks;
}

interface Place {
  line: number;
  column: number;
}
type Note = (problem: TextProblem["problem"], place: Place, word?: string, closest?: string | null) => void;
interface Frame {
  type: "block" | "bold" | "optional";
  pieces: Piece[];
  place: Place;
}

/** The pieces of a block, by a stack of what is open. */
function piecesOf(block: Block, tone: LetterTone, note: Note): Piece[] {
  const root: Frame = { type: "block", pieces: [], place: block };
  const stack: Frame[] = [root];
  const top = () => stack.at(-1)!;
  const source = block.lines.join("\n");
  let place: Place = { line: block.line, column: block.column };
  const add = (text: string) => {
    const last = top().pieces.at(-1);
    if (last?.type === "text") last.text += text;
    else top().pieces.push({ type: "text", text });
  };
  const close = (type: "bold" | "optional") => {
    const { pieces, place: opened } = stack.pop()!;
    if (pieces.length === 0) note("empty", opened, type === "bold" ? "**" : "[]");
    else if (type === "optional" && !hasDatum(pieces)) note("always", opened, "[");
    else top().pieces.push({ type, pieces });
  };
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    const here = place;
    place = sign === "\n" ? { line: here.line + 1, column: 1 } : { line: here.line, column: here.column + 1 };
    if (sign === "\\" && i + 1 < source.length && source[i + 1] !== "\n") {
      add(source[++i]!);
      place = { line: here.line, column: here.column + 2 };
    } else if (sign === "{") {
      const end = source.slice(i).search(/[}\n]/);
      if (end < 0 || source[i + end] === "\n") {
        note("unclosed", here, "{");
        continue;
      }
      const name = source.slice(i + 1, i + end).trim();
      const found = findPlaceholder(name, tone);
      if (found) top().pieces.push({ type: "datum", datum: found.datum, capital: startsCapital(name) });
      else {
        const near = closestWord(
          name.toLowerCase(),
          placeholdersOf(tone).map((each) => each.name),
        );
        note("unknown", here, name, near ?? null);
        // So that a passage around it is not also told to hold nothing.
        top().pieces.push({ type: "datum", datum: "words", capital: false });
      }
      i += end;
      place = { line: here.line, column: here.column + end + 1 };
    } else if (sign === "[") {
      if (stack.length > 1) note("nested", here, "[");
      else stack.push({ type: "optional", pieces: [], place: here });
    } else if (sign === "]") {
      if (top().type === "optional") close("optional");
      else note("stray", here, "]");
    } else if (sign === "*") {
      if (top().type === "bold") close("bold");
      else stack.push({ type: "bold", pieces: [], place: here });
    } else if (sign === "}") note("stray", here, "}");
    else add(sign);
  }
  for (const { type, place: opened } of stack.slice(1)) note("unclosed", opened, type === "bold" ? "*" : "[");
  return trimmed(root.pieces.map(collapsed));
}

const startsCapital = (name: string) => name !== "" && name[0] !== name[0]!.toLowerCase();

function hasDatum(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.type === "datum" || (piece.type === "bold" && hasDatum(piece.pieces)));
}

function collapsed(piece: Piece): Piece {
  if (piece.type === "text") return { type: "text", text: piece.text.replace(/\s+/g, " ") };
  return piece.type === "datum" ? piece : { ...piece, pieces: piece.pieces.map(collapsed) };
}

/** Without space at both ends of a paragraph. */
function trimmed(pieces: Piece[]): Piece[] {
  const cut = pieces.map((piece, i): Piece => {
    if (piece.type !== "text") return piece;
    const start = i === 0 ? piece.text.trimStart() : piece.text;
    return { type: "text", text: i === pieces.length - 1 ? start.trimEnd() : start };
  });
  return cut.filter((piece) => piece.type !== "text" || piece.text !== "");
}

/** The text as it is written; {@link readText} reads the same from it. */
export function writeText({ title, summary, paragraphs }: LetterText): string {
  const head = [`# ${written(title)}`, ...(summary ? [`## ${written(summary)}`] : [])].join("\n");
  return `${[head, ...paragraphs.map((pieces) => written(pieces).replace(/^#/, "\\#"))].join("\n\n")}\n`;
}

function written(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.type === "text") return piece.text.replace(/[\\{}[\]*]/g, "\\$&");
      if (piece.type === "bold") return `*${written(piece.pieces)}*`;
      if (piece.type === "optional") return `[${written(piece.pieces)}]`;
      const name = placeholderName(piece.datum);
      return `{${piece.capital ? capitalised(name) : name}}`;
    })
    .join("");
}

/** With a capital first letter. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Data that a text names: `needed` when it stands outside optional passages somewhere. In the order of the text. */
export function dataOf({ title, summary, paragraphs }: LetterText): { datum: LetterDatum; needed: boolean }[] {
  const needed = new Map<LetterDatum, boolean>();
  const walk = (pieces: readonly Piece[], optional: boolean) => {
    for (const piece of pieces) {
      if (piece.type === "datum") needed.set(piece.datum, (needed.get(piece.datum) ?? false) || !optional);
      else if (piece.type !== "text") walk(piece.pieces, optional || piece.type === "optional");
    }
  };
  for (const pieces of [title, summary ?? [], ...paragraphs]) walk(pieces, false);
  return [...needed].map(([datum, need]) => ({ datum, needed: need }));
}
