import { foldText } from "../import/fold-text";
import type { LetterTone } from "./letter-kinds";

/** Data of a letter: those of its content, and those that dossier and unit bring. */
export const LETTER_DATA = [
  "honorific",
  "addressee",
  "unit",
  "place",
  "date",
  "code",
  "procedure",
  "receivedAt",
  "dueAt",
  "finishedOn",
  "cause",
  "newDueAt",
  "responsible",
  "office",
  "remedy",
  "child",
  "bornOn",
  "groom",
  "bride",
  "deceased",
  "diedOn",
  "deed",
  "words",
] as const;
export type LetterDatum = (typeof LETTER_DATA)[number];

export interface Placeholder {
  datum: LetterDatum;
  /** As it stands between braces in a text. */
  name: string;
  /** Typed by the writer, and how; null for what dossier and unit bring. */
  typed: "line" | "words" | "date" | "moment" | null;
  /** The tones whose letters know it; null for all. */
  tones: readonly LetterTone[] | null;
}

const known = (datum: LetterDatum, name: string): Placeholder => ({ datum, name, typed: null, tones: null });
const typed = (
  datum: LetterDatum,
  name: string,
  how: NonNullable<Placeholder["typed"]>,
  ...tones: LetterTone[]
): Placeholder => ({ datum, name, typed: how, tones: tones.length > 0 ? tones : null });

/** All placeholders, in the order in which a form asks for them. */
export const PLACEHOLDERS: readonly Placeholder[] = [
  known("honorific", "xưng hô"),
  known("addressee", "người nhận"),
  known("unit", "đơn vị"),
  known("place", "địa danh"),
  known("date", "ngày thư"),
  known("code", "mã hồ sơ"),
  known("procedure", "thủ tục"),
  known("receivedAt", "lúc nhận"),
  known("dueAt", "lúc hẹn"),
  known("finishedOn", "ngày xong"),
  typed("child", "tên bé", "line", "congratulation"),
  typed("bornOn", "ngày sinh", "date", "congratulation"),
  typed("groom", "chú rể", "line", "congratulation"),
  typed("bride", "cô dâu", "line", "congratulation"),
  typed("deceased", "người mất", "line", "condolence"),
  typed("diedOn", "ngày mất", "date", "condolence"),
  typed("deed", "việc", "words", "thanks", "congratulation", "other"),
  typed("cause", "nguyên nhân", "words", "apology"),
  typed("newDueAt", "hẹn mới", "moment", "apology"),
  typed("responsible", "người chịu trách nhiệm", "line", "apology"),
  typed("office", "bộ phận chịu trách nhiệm", "line", "apology"),
  typed("remedy", "cách khắc phục", "words", "apology"),
  typed("words", "lời riêng", "words"),
];

/** The placeholders that letters of a tone know. */
export function placeholdersOf(tone: LetterTone): Placeholder[] {
  return PLACEHOLDERS.filter(({ tones }) => tones === null || tones.includes(tone));
}

const BY_NAME = new Map(PLACEHOLDERS.map((each) => [foldText(each.name), each]));
const BY_DATUM = new Map(PLACEHOLDERS.map((each) => [each.datum, each]));

/** The placeholder of a name, whatever its case and accents; undefined when letters of the tone do not know it. */
export function findPlaceholder(name: string, tone: LetterTone): Placeholder | undefined {
  const found = BY_NAME.get(foldText(name));
  return found && (found.tones === null || found.tones.includes(tone)) ? found : undefined;
}

/** The name under which a text names a datum. */
export function placeholderName(datum: LetterDatum): string {
  return BY_DATUM.get(datum)?.name ?? datum;
}
