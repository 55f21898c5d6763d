import type { Language } from "./language";

/** Values for the `{{placeholders}}` of a text. `count` also chooses between one and many. */
export type TextParams = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface Texts {
  readonly [key: string]: string | Texts;
}

type Part = string | { name: string; number: boolean };

const PLACEHOLDER = /\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/;

/** The parts of a text; null for one that asks for more than values in their places. */
function partsOf(text: string): Part[] | null {
  if (text.includes("$t(")) return null;
  const pieces = text.split(PLACEHOLDER);
  const parts: Part[] = [];
  for (let i = 0; i < pieces.length; i += 3) {
    const literal = pieces[i]!;
    if (literal.includes("{{")) return null;
    if (literal) parts.push(literal);
    const name = pieces[i + 1];
    if (name !== undefined) parts.push({ name, number: pieces[i + 2] !== undefined });
  }
  return parts;
}

function collect(texts: Texts, path: string, found: Map<string, Part[] | null>): void {
  for (const [key, value] of Object.entries(texts)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value !== "string") collect(value, here, found);
    // Two ways of writing one key: which of them is meant is left to the library.
    else found.set(here, found.has(here) ? null : partsOf(value));
  }
}

/**
 * Texts of a language whose placeholders are found once and not at every use: a page has thousands. Gives null for what
 * is not plain (no such key, a value that is missing, nesting): there the library decides.
 */
export function textTable(texts: Texts, language: Language): (key: string, params?: TextParams) => string | null {
  const found = new Map<string, Part[] | null>();
  collect(texts, "", found);
  const plural = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, params = {}) => {
    const { count } = params;
    const counted = typeof count === "number" ? found.get(`${key}_${plural.select(count)}`) : undefined;
    const parts = counted ?? found.get(key);
    if (!parts || params.context !== undefined) return null;
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") {
        text += part;
        continue;
      }
      const value = params[part.name];
      if (value === undefined || value === null) return null;
      text += part.number && typeof value === "number" ? numbers.format(value) : String(value);
    }
    return text;
  };
}
