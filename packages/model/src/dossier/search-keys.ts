import { foldText } from "../import/fold-text";

/** What a dossier is found by, kept beside it; null for what it does not have. */
export interface SearchKeys {
  /** The name without marks, in small letters: "nguyen thi thuy". */
  nameKey: string | null;
  /** The same read from its end, with a blank after the first word: "yuht iht neyugn ". A last word begins it. */
  nameTail: string | null;
  /** The name with its marks, in small letters, for what is typed with marks. */
  nameMarked: string | null;
  /** Digits of the phone read from the last one on. */
  phoneTail: string | null;
}

/** Signs within names of the highlands, "H'Hen", "K’Brai": not there for those who search. */
const APOSTROPHES = /['’ʼ‘`]/g;

/** A name, or a part of it, as it is compared: without marks, capitals, signs and doubled blanks. */
export function nameKey(name: string): string {
  return foldText(name.replace(APOSTROPHES, ""));
}

/** The key of a name, or of its last words, read from its end; only whole words begin it. */
export function nameTail(key: string): string {
  return reversed(` ${key}`);
}

/** Digits as they are dialled within the country, "+84 912 345 678" as "0912345678", read from the last one on. */
export function phoneTail(phone: string): string {
  return reversed(phone.replace(/[^0-9]+/g, "").replace(/^84(?=[0-9]{9}$)/, "0"));
}

/** Nobody types more of a name, and an index has no room for much more. */
const LONGEST = 200;

/** The keys of one dossier. */
export function searchKeys(applicantName: string | null | undefined, phone: string | null | undefined): SearchKeys {
  const key = applicantName ? nameKey(applicantName) : "";
  return {
    nameKey: key.slice(0, LONGEST) || null,
    nameTail: key ? nameTail(key.slice(-LONGEST)) : null,
    nameMarked: key && applicantName ? applicantName.normalize("NFC").toLowerCase().slice(0, LONGEST) : null,
    phoneTail: (phone && phoneTail(phone)) || null,
  };
}

function reversed(ascii: string): string {
  let text = "";
  for (let i = ascii.length - 1; i >= 0; i--) text += ascii[i];
  return text;
}
