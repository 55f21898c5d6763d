/** Signs that the table below knows: all that Vietnamese is written with, and half the scripts of the world. */
const KNOWN = 0x1f00;
/** What becomes of a sign: nothing, a blank, something that only the long way tells; any other number is a letter's code. */
const [NOTHING, BLANK, UNUSUAL] = [1, 2, 3];
/** By sign; 0 where it was not asked yet. */
const folds = new Uint8Array(KNOWN);
const LETTERS = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code));

/** Lower case without accents, signs and doubled spaces: "Mã hồ sơ (*)" → "ma ho so". */
export function foldText(text: string): string {
  let folded = "";
  let isApart = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const fold = code < KNOWN ? folds[code] || foldOf(code) : UNUSUAL;
    if (fold === UNUSUAL) return foldAny(text);
    if (fold === BLANK) isApart = true;
    else if (fold !== NOTHING) {
      if (isApart && folded !== "") folded += " ";
      isApart = false;
      folded += LETTERS[fold]!;
    }
  }
  return folded;
}

/** The same of any text, by the rules of Unicode themselves; several times as slow. */
function foldAny(text: string): string {
  return unmarked(text)
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const unmarked = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");

function foldOf(code: number): number {
  const sign = LETTERS[code] ?? String.fromCharCode(code);
  const folded = foldAny(sign);
  const fold =
    unmarked(sign) === "" ? NOTHING : folded === "" ? BLANK : folded.length === 1 ? folded.charCodeAt(0) : UNUSUAL;
  folds[code] = fold;
  return fold;
}
