import type { FilledRun } from "@gandan/model/letter/fill-text";
import type { LetterTone } from "@gandan/model/letter/letter-kinds";
import type { Manner, OfficialDocument } from "../official/official-document";
import { dateInWords } from "../official/written-time";
import { type LetterSigner, signatureBlock } from "./signature-block";

/** A letter with its words in place; times and dates as they are printed. */
export interface OfficialLetter {
  tone: LetterTone;
  /** Local date of the letter, "YYYY-MM-DD". */
  date: string;
  /** "phường Đông Hà" */
  unitName: string;
  place: string;
  /** "08"; null in a draft. */
  number: string | null;
  /** Behind the number: "TXL-UBND". */
  symbol: string;
  /** After "Kính gửi:". */
  addressee: string;
  title: string;
  summary: string | null;
  paragraphs: readonly (readonly FilledRun[])[];
  /** Of the dossier; null for a letter about none. */
  externalCode: string | null;
  signer: LetterSigner | null;
  proof: { url: string; signedAt: string } | null;
}

/** Joy has room about its words, mourning a black frame; the other letters look as official papers do. */
const MANNERS: Readonly<Record<LetterTone, Manner | null>> = {
  apology: null,
  thanks: "greeting",
  congratulation: "greeting",
  condolence: "mourning",
  other: null,
};

/**
 * A letter of the chairman (thư công, Nghị định 30/2020/NĐ-CP, Điều 7): the words of its template in the layout of
 * official papers, in the manner of its occasion.
 */
export function officialLetter(letter: OfficialLetter): OfficialDocument {
  const { tone, unitName, externalCode, proof } = letter;
  const manner = MANNERS[tone];
  const about = externalCode === null ? "" : ` về hồ sơ ${externalCode}`;
  return {
    language: "vi",
    subject: `${letter.title}${about}`,
    issuer: `UBND ${unitName}`,
    date: letter.date,
    parentBody: [],
    issuerLines: ["Ủy ban nhân dân", unitName],
    number: letter.number === null ? `Số:        /${letter.symbol}` : `Số: ${letter.number}/${letter.symbol}`,
    about: null,
    placeAndDate: `${letter.place}, ${dateInWords(letter.date)}`,
    title: letter.title,
    summary: letter.summary,
    addressees: [letter.addressee],
    parts: letter.paragraphs.map((runs) => ({ type: "paragraph", runs: runs.map((run) => ({ ...run })) })),
    signature: signatureBlock(letter.signer),
    recipients: manner ? [] : ["Như trên;", externalCode === null ? "Lưu: VT." : `Lưu: VT, hồ sơ ${externalCode}.`],
    ...(manner ? { manner } : {}),
    proof: proof && {
      url: proof.url,
      alt: "Mã để kiểm tra thư",
      lines: [`Quét mã để kiểm tra thư này là bản thật. Bản lưu không sửa được, ký lúc ${proof.signedAt}.`, proof.url],
    },
  };
}
