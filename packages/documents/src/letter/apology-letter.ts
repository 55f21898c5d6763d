import { dateInWords } from "../form/receipt-slip";
import type { OfficialDocument } from "../official/official-document";
import { type LetterSigner, signatureBlock } from "./signature-block";

/** Grows when the words or the layout of letters change: kept with each signed file. */
export const LETTER_TEMPLATE = "apology-1";

/** What a letter of apology says; times and dates as they are printed. */
export interface ApologyLetter {
  /** Local date of the letter, "YYYY-MM-DD". */
  date: string;
  /** "phường Đông Hà" */
  unitName: string;
  place: string;
  /** "08"; null in a draft. */
  number: string | null;
  honorific: string;
  addressee: string;
  externalCode: string;
  procedureName: string;
  /** "08:20 ngày 12/11/2026" */
  receivedAt: string;
  dueAt: string;
  newDueAt: string;
  cause: string;
  responsible: string;
  remedy: string;
  signer: LetterSigner | null;
  proof: { url: string; signedAt: string } | null;
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * A letter of apology before the appointment passes: an official letter signed by the chairman, with the cause, the new
 * date, who is responsible and the remedy, in the layout of Nghị định 30/2020.
 */
export function apologyLetter(letter: ApologyLetter): OfficialDocument {
  const { honorific, unitName, externalCode, procedureName } = letter;
  const you = honorific === "Gia đình" ? "gia đình" : honorific;
  const said = (label: string, text: string) => ({
    type: "paragraph" as const,
    runs: [{ text: `${label}: `, bold: true }, { text: sentence(text) }],
  });
  const plain = (text: string) => ({ type: "paragraph" as const, runs: [{ text }] });
  return {
    language: "vi",
    subject: `Thư xin lỗi về hồ sơ ${externalCode}`,
    issuer: `UBND ${unitName}`,
    date: letter.date,
    parentBody: [],
    issuerLines: ["Ủy ban nhân dân", unitName],
    number: letter.number === null ? "Số:        /TXL-UBND" : `Số: ${letter.number}/TXL-UBND`,
    about: null,
    placeAndDate: `${letter.place}, ${dateInWords(letter.date)}`,
    title: "Thư xin lỗi",
    summary: `Về việc chậm trả kết quả hồ sơ ${externalCode}`,
    addressees: [`${honorific} ${letter.addressee}`],
    parts: [
      plain(
        `Lúc ${letter.receivedAt}, Ủy ban nhân dân ${unitName} tiếp nhận hồ sơ “${procedureName}” của ${you}, hẹn trả kết quả lúc ${letter.dueAt}. Chúng tôi rất tiếc phải báo để ${you} biết: hồ sơ không thể hoàn thành kịp giờ hẹn.`,
      ),
      said("Nguyên nhân", letter.cause),
      said("Ngày hẹn mới", letter.newDueAt),
      said("Người chịu trách nhiệm", letter.responsible),
      ...(letter.remedy ? [said("Cách khắc phục", letter.remedy)] : []),
      plain(
        `Thay mặt Ủy ban nhân dân ${unitName}, tôi chân thành xin lỗi ${you} vì đã để ${you} phải chờ đợi và mong được thông cảm./.`,
      ),
    ],
    signature: signatureBlock(letter.signer),
    recipients: ["Như trên;", `Lưu: VT, hồ sơ ${externalCode}.`],
    proof: letter.proof && {
      url: letter.proof.url,
      alt: "Mã để kiểm tra thư",
      lines: [
        `Quét mã để kiểm tra thư này là bản thật. Bản lưu không sửa được, ký lúc ${letter.proof.signedAt}.`,
        letter.proof.url,
      ],
    },
  };
}
