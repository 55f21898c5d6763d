/** Family names that most people in Viet Nam bear. */
const FAMILY_NAMES = new Set(
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Lâm Mai Đào Tô Tạ Lương Trịnh Hà Cao Thái Châu Tăng Phùng Vương Quách Triệu La Kiều Điểu Thị Y Ksor Rơ H'".split(
    " ",
  ),
);
/** Words before a name: how people speak of somebody. */
const ADDRESS = new Set("anh chị ông bà cô chú bác em đồng chí cán bộ công chức".split(" "));

const WORD = /[\p{L}\p{M}']+/gu;
const NUMBERS = /(?<![\d.,])(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)|(?<!\d)\d{9}(?:\d{3})?(?!\d)/g;
const MAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/g;

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** Runs of capitalised words in a text, each with the word before it. */
function capitalRuns(text: string): { words: string[]; before: string; first: boolean }[] {
  const runs: { words: string[]; before: string; first: boolean }[] = [];
  let before = "";
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const gap = end < 0 ? "" : text.slice(end, match.index);
    const goesOn = /^ $/.test(gap);
    const last = runs.at(-1);
    if (isCapital(word) && goesOn && last && before === last.words.at(-1)) last.words.push(word);
    else if (isCapital(word))
      runs.push({ words: [word], before: goesOn ? before : "", first: end < 0 || /[.!?\n]/.test(gap) });
    before = word;
    end = match.index + word.length;
  }
  return runs;
}

/**
 * Parts of a free text that may tell who somebody is, for the person who screens it: names of colleagues in any spelling,
 * a family name with a given one, a name after a form of address, telephone and paper numbers, e-mail addresses. Misses
 * some and suspects too many: it decides nothing.
 * @param colleagues names of the unit's people
 */
export function namesIn(text: string, colleagues: readonly string[]): string[] {
  const found = new Set<string>([...text.matchAll(NUMBERS), ...text.matchAll(MAIL)].map(([part]) => part.trim()));
  for (const { words, before, first } of capitalRuns(text)) {
    const isName = (words.length > 1 && FAMILY_NAMES.has(words[0]!)) || (ADDRESS.has(before.toLowerCase()) && !first);
    // "Ông Nam" at the beginning of a sentence.
    const addressed = words.length > 1 && ADDRESS.has(words[0]!.toLowerCase());
    if (isName || addressed) found.add(words.join(" "));
  }
  const folded = ` ${plain(text).replace(/[^a-z0-9]+/g, " ")} `;
  for (const name of colleagues) if (folded.includes(` ${plain(name)} `)) found.add(name);
  return [...found];
}
