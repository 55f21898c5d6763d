import { type Document, Lexer } from "yaml";

/** Marks of the lexer that stand for nothing in the text. */
const MARKS = new Set(["\u0002", "\u0018", "\u001f"]);
const OPEN = new Set(["[", "{"]);
const isGap = (word: string | undefined): boolean => word !== undefined && /^ +$/.test(word);

const wordsOf = (text: string): string[] => [...new Lexer().lex(text)].filter((word) => !MARKS.has(word));

/** Which brackets a text writes with a space within: "{ a: 1 }", "[a, b]". */
function paddingOf(text: string): (bracket: string) => boolean {
  const words = wordsOf(text);
  const count = (bracket: string, gap: boolean) =>
    words.filter((word, i) => word === bracket && isGap(words[i + 1]) === gap && words[i + 1] !== "\n").length;
  const padded = { "[": count("[", true) > count("[", false), "{": count("{", true) >= count("{", false) };
  return (bracket) => (bracket === "[" || bracket === "]" ? padded["["] : padded["{"]);
}

/** The text of a document, its short lists and groups bracketed as `before` has them: what no one changed stays as it was. */
export function writeDocument(document: Document, before: string): string {
  const padded = paddingOf(before);
  const words = wordsOf(document.toString({ lineWidth: 0 }));
  return words
    .filter((word, i) => {
      if (!isGap(word)) return true;
      const [last, next] = [words[i - 1] ?? "", words[i + 1] ?? ""];
      if (OPEN.has(last)) return padded(last);
      return next === "]" || next === "}" ? padded(next) || last === "\n" : true;
    })
    .join("");
}
