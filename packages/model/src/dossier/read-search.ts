import { nameKey, nameTail, phoneTail } from "./search-keys";

/** What someone who looks for a dossier may mean; each is a beginning of what the dossier is kept by. */
export interface DossierSearch {
  /** Beginnings of the code: as typed, in capitals, in small letters. */
  codes: string[];
  name: {
    /** Beginning of the name. */
    key: string;
    /** The last words of the name, from their end. */
    tail: string;
    /** Words typed with marks, each in the ways it may be spelt: only names that have one of them are meant. */
    marked: string[][];
  } | null;
  /** Last digits of the phone, from the last one on; at least three. */
  phone: string | null;
}

const LEAST_DIGITS = 3;

/** Reads what was typed into the search. Null when nothing of it can be looked for. */
export function readSearch(typed: string): DossierSearch | null {
  const text = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (text === "") return null;
  const key = nameKey(text);
  const digits = /^[\d\s.+()-]+$/.test(text) ? phoneTail(text) : "";
  return {
    codes: [...new Set([text, text.toUpperCase(), text.toLowerCase()])],
    name: /[a-z]/.test(key) ? { key, tail: nameTail(key), marked: markedWords(text) } : null,
    phone: digits.length >= LEAST_DIGITS ? digits : null,
  };
}

function markedWords(text: string): string[][] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => /[^a-z]/.test(word));
  return words.map(spellings);
}

/** Tones; marks that make another letter (â, ơ, đ) are none. */
const OPEN_RIME = /^(.*)([ou])([\u0300\u0301\u0303\u0309\u0323]?)([aey])([\u0300\u0301\u0303\u0309\u0323]?)$/u;

/** "thủy" and "thuỷ", "hòa" and "hoà": where the tone of oa, oe, uy stands is a matter of taste. */
function spellings(word: string): string[] {
  const [, before, first, firstTone, second, secondTone] = OPEN_RIME.exec(word.normalize("NFD")) ?? [];
  if (before === undefined || !["oa", "oe", "uy"].includes(`${first}${second}`)) return [word];
  const tone = firstTone || secondTone;
  if (!tone) return [word];
  return [`${before}${first}${tone}${second}`, `${before}${first}${second}${tone}`].map((each) =>
    each.normalize("NFC"),
  );
}
