import { localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { officialLetter } from "@gandan/documents/letter/official-letter";
import type { LetterSigner } from "@gandan/documents/letter/signature-block";
import type { OfficialDocument } from "@gandan/documents/official/official-document";
import { writtenMoment } from "@gandan/documents/official/written-time";
import { AppError } from "@gandan/model/error/app-error";
import { DELIVERED_VERSION } from "@gandan/model/letter/delivered-texts";
import { type FilledText, fillText } from "@gandan/model/letter/fill-text";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import type { LetterText } from "@gandan/model/letter/letter-text";
import { type LetterDatum, placeholderName } from "@gandan/model/letter/placeholders";
import type { OfficeOfUnit } from "../settings/office-of-unit";
import { addresseeLine, datumOf, type LetterFacts } from "./letter-data";
import type { LetterRow } from "./letter-row";

interface Signed {
  number: string;
  signer: LetterSigner;
  /** Address by which anyone can check the letter. */
  url: string;
}

/** What a letter is made from, kept or not. */
export interface Composable {
  tone: LetterTone;
  text: LetterText;
  facts: LetterFacts;
  office: OfficeOfUnit;
}

const dateAt = (now: Date) => localDateOf(toLocalMinute(now));

/** A kept letter with the version of the text that it is written by. */
export function composableOf(row: LetterRow, now: Date): Composable {
  const { office, kind, tone } = row;
  const facts: LetterFacts = { ...row, date: dateAt(now), unitName: office.unitName, place: office.place };
  return { tone, text: row.texts.text(kind, tone, row.templateVersion), facts, office };
}

/** What every letter of a tone says, whatever its text asks for. */
const ALWAYS: Readonly<Partial<Record<LetterTone, readonly LetterDatum[]>>> = { apology: ["cause", "newDueAt"] };

/** The words of a letter, with all that it lacks. */
export function fillLetter({ tone, text, facts }: Composable): FilledText {
  const filled = fillText(text, (datum) => datumOf(facts, datum));
  const must: LetterDatum[] = ["addressee", ...(ALWAYS[tone] ?? [])];
  const missing = [...must.filter((datum) => !datumOf(facts, datum)), ...filled.missing];
  return { ...filled, missing: [...new Set(missing)] };
}

/**
 * Refuses a letter that lacks a datum which its text cannot do without.
 * @throws AppError INVALID letter.missing with the names of the data
 */
export function refuseIncomplete(row: LetterRow, now: Date): void {
  const { missing } = fillLetter(composableOf(row, now));
  if (missing.length === 0) return;
  const { addressee } = row.content;
  const data = missing.map(placeholderName).join(", ");
  throw new AppError("INVALID", "letter.missing", { data, letter: row.externalCode ?? addressee });
}

/** Behind the number: an apology bears the unit's own symbol, the other letters of the chairman no kind (NĐ 30/2020). */
function symbolOf(tone: LetterTone, { letterSymbol }: OfficeOfUnit): string {
  return tone === "apology" ? letterSymbol : letterSymbol.replace(/^TXL-/, "");
}

/** The document of a letter on `date`: a draft, or signed with number, name and proof. */
export function composeDocument(letter: Composable, now: Date, signed: Signed | null): OfficialDocument {
  const { tone, facts, office } = letter;
  const { title, summary, paragraphs } = fillLetter(letter);
  return officialLetter({
    tone,
    date: facts.date,
    unitName: facts.unitName,
    place: facts.place,
    number: signed?.number ?? null,
    symbol: symbolOf(tone, office),
    addressee: addresseeLine(facts.content),
    title,
    summary,
    paragraphs,
    externalCode: facts.externalCode,
    signer: signed?.signer ?? null,
    proof: signed && { url: signed.url, signedAt: writtenMoment(now) },
  });
}

/**
 * The document of a kept letter as it stands at `now`. A draft may lack data, dots stand for them.
 * @throws AppError INVALID letter.missing for a signed one
 */
export function composeLetter(row: LetterRow, now: Date, signed: Signed | null): OfficialDocument {
  if (signed) refuseIncomplete(row, now);
  return composeDocument(composableOf(row, now), now, signed);
}

/** The version of the words that a letter is written by: "birth/3", "birth/delivered-2". */
export function templateOf({ kind, templateVersion, texts }: LetterRow): string {
  return `${kind}/${texts.isOwn(kind, templateVersion) ? templateVersion : DELIVERED_VERSION}`;
}
