/**
 * The same text in memory of its own. A cell is a view into the text of its portion; kept for the rest of a file, it
 * would keep the whole portion.
 */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
