import { capitalised, type LetterText, type Piece } from "./letter-text";
import type { LetterDatum } from "./placeholders";

export interface FilledRun {
  text: string;
  bold?: boolean;
}

/** A text with its data in place. */
export interface FilledText {
  title: string;
  summary: string | null;
  paragraphs: FilledRun[][];
  /** Data that the text needs and that are not there, in the order of the text; dots stand for them. */
  missing: LetterDatum[];
}

const DOTS = "……………";

/**
 * Puts data into a text. An optional passage without its data is left out, with the paragraph that has nothing else;
 * any other datum that is not there is told, and dots stand for it. A datum that ends a sentence swallows the full stop
 * behind it.
 */
export function fillText(text: LetterText, dataFor: (datum: LetterDatum) => string | null): FilledText {
  const missing = new Set<LetterDatum>();
  const fill = (pieces: readonly Piece[], bold: boolean): FilledRun[] =>
    pieces.flatMap((piece): FilledRun[] => {
      if (piece.type === "text") return [{ text: piece.text, bold }];
      if (piece.type === "bold") return fill(piece.pieces, true);
      if (piece.type === "optional") return isThere(piece.pieces, dataFor) ? fill(piece.pieces, bold) : [];
      const value = dataFor(piece.datum);
      if (!value) missing.add(piece.datum);
      return [{ text: value ? (piece.capital ? capitalised(value) : value) : DOTS, bold }];
    });
  const plain = (pieces: readonly Piece[]) =>
    joined(fill(pieces, false))
      .map((run) => run.text)
      .join("");
  const title = plain(text.title);
  const summary = text.summary ? plain(text.summary) || null : null;
  const paragraphs = text.paragraphs.map((pieces) => joined(fill(pieces, false))).filter((runs) => runs.length > 0);
  return { title, summary, paragraphs, missing: [...missing] };
}

function isThere(pieces: readonly Piece[], dataFor: (datum: LetterDatum) => string | null): boolean {
  return pieces.every((piece) => {
    if (piece.type === "datum") return Boolean(dataFor(piece.datum));
    return piece.type === "text" || isThere(piece.pieces, dataFor);
  });
}

/** One run for each face, without doubled spaces and full stops, and without space at both ends. */
function joined(runs: readonly FilledRun[]): FilledRun[] {
  const out: { text: string; bold: boolean }[] = [];
  let before = "";
  for (const { text, bold = false } of runs) {
    let rest = text.replace(/\s+/g, " ");
    if (before === "" || before.endsWith(" ")) rest = rest.trimStart();
    if (/[.!?…]$/.test(before) && rest.startsWith(".")) rest = rest.slice(1);
    if (rest === "") continue;
    before += rest;
    const last = out.at(-1);
    if (last?.bold === bold) last.text += rest;
    else out.push({ text: rest, bold });
  }
  const last = out.at(-1);
  if (last) last.text = last.text.trimEnd();
  return out.filter(({ text }) => text !== "").map(({ text, bold }) => (bold ? { text, bold } : { text }));
}
