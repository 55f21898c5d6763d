import type { Channel, SignerRole } from "@gandan/model/dossier/dossier-event";
import type { OfficialDocument, Part, Signature } from "../official/official-document";
import { dateInWords } from "../official/written-time";

/** What every form about a dossier says of unit, desk, dossier and applicant (Thông tư 03/2025/TT-VPCP). */
export interface FormHead {
  /** Title of the form: the unit's own words for it, or those of the circular. */
  title: string;
  /** Local date of the paper, "YYYY-MM-DD". */
  date: string;
  /** As within a sentence: "phường Đông Hà". */
  unitName: string;
  /** Place in the line of the date: "Đông Hà". */
  place: string;
  /** The desk, e.g. "Trung tâm Phục vụ hành chính công". */
  deskName: string;
  deskPhone: string | null;
  externalCode: string;
  procedureName: string;
  procedureCode: string;
  applicantName: string;
  phone: string | null;
}

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  direct: "Trực tiếp",
  online: "Trực tuyến",
  post: "Bưu chính công ích",
  home: "Tiếp nhận tại nhà",
};

/** Words that begin the name of an organisation; any other name is a person's. */
const ORGANISATION =
  /^(?:công ty|doanh nghiệp|hợp tác xã|hộ kinh doanh|[uủ]y ban|uỷ ban|ubnd|trường|trạm|chi nhánh|văn phòng|hội|tổ chức|trung tâm|ngân hàng|quỹ|cơ sở|liên đoàn|xí nghiệp|nhà máy|bệnh viện) /iu;

/** How the one who handed in is addressed. */
export const addressOf = ({ applicantName }: Pick<FormHead, "applicantName">): "Ông/Bà" | "Quý đơn vị" =>
  ORGANISATION.test(applicantName.normalize("NFC")) ? "Quý đơn vị" : "Ông/Bà";

type Framed = Omit<OfficialDocument, "parts" | "signature">;

function frameOf(head: FormHead): Framed {
  return {
    language: "vi",
    subject: `${head.title}, hồ sơ ${head.externalCode}`,
    issuer: head.unitName,
    date: head.date,
    parentBody: [],
    issuerLines: [],
    number: null,
    about: null,
    placeAndDate: `${head.place}, ${dateInWords(head.date)}`,
    title: head.title,
    summary: null,
    addressees: [],
    recipients: [],
    proof: null,
  };
}

/** A name in the head of a paper: one too long for a line is broken at the word nearest its middle. */
export function headLines(name: string): string[] {
  if (name.length <= 24) return [name];
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = name.length / 2;
  const at = spaces.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
}

/** A form that the desk gives out: its number is the dossier's, which stands in a code for the desk's reader too. */
export function deskFrame(head: FormHead): Framed {
  const { externalCode } = head;
  return {
    ...frameOf(head),
    parentBody: ["Ủy ban nhân dân", head.unitName],
    issuerLines: headLines(head.deskName),
    number: `Mã hồ sơ: ${externalCode}`,
    proof: {
      url: externalCode,
      alt: `Mã của hồ sơ ${externalCode}`,
      lines: [`Mã hồ sơ ${externalCode}`, "Đọc mã này tại bàn để tìm hồ sơ."],
    },
  };
}

/** A paper of the People's Committee to the applicant; its number is written in from the register of papers sent. */
export function committeeFrame(head: FormHead, symbol: string): Framed {
  return {
    ...frameOf(head),
    issuerLines: ["Ủy ban nhân dân", head.unitName],
    number: `Số:           /${symbol}`,
    summary: `Hồ sơ ${head.externalCode}`,
    addressees: [addressOf(head) === "Ông/Bà" ? `Ông/Bà ${head.applicantName}` : head.applicantName],
    recipients: ["Như trên;", `Lưu: VT, hồ sơ ${head.externalCode}.`],
  };
}

/** Whose dossier it is and what is asked for. */
export const applicantFields = (head: FormHead): Part => ({
  type: "fields",
  fields: [
    { label: "Hồ sơ của", value: head.applicantName },
    { label: "Số điện thoại", value: head.phone ?? "" },
    { label: "Nội dung yêu cầu giải quyết", value: `${head.procedureName} (mã ${head.procedureCode})` },
  ],
});

/** Papers, numbered from 1. */
export const papersTable = (papers: readonly string[]): Part => ({
  type: "table",
  columns: [
    { header: "STT", width: 1, align: "center" },
    { header: "Tên giấy tờ", width: 9 },
  ],
  rows: papers.map((paper, i) => [String(i + 1), paper]),
});

export const plain = (text: string): Part => ({ type: "paragraph", runs: [{ text }] });

/** "Lý do: …", closed as a sentence. */
export const said = (label: string, text: string): Part => ({
  type: "paragraph",
  runs: [{ text: `${label}: `, bold: true }, { text: /[.!?]$/.test(text) ? text : `${text}.` }],
});

/** Where to ask; without a number, the desk alone. */
export function contactLine(head: FormHead, when: string): Part {
  const { deskName, deskPhone } = head;
  const at = deskPhone ? `${deskName}, điện thoại ${deskPhone},` : deskName;
  return plain(`${when}, đề nghị ${addressOf(head)} liên hệ ${at} để được hướng dẫn./.`);
}

/** Signed by hand over one's name. */
export const byHand = (capacity: string, name: string | null): Signature => ({
  capacity: [capacity],
  hint: "(Ký, ghi rõ họ tên)",
  note: null,
  name,
});

const CAPACITIES: Readonly<Record<SignerRole, readonly string[]>> = {
  chairman: ["TM. Ủy ban nhân dân", "Chủ tịch"],
  "vice-chairman": ["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"],
  "head-of-office": ["TL. Chủ tịch", "Chánh Văn phòng"],
  officer: ["TL. Chủ tịch", "Người được giao ký"],
};

/** The signature of the People's Committee, with room for the seal. */
export const committeeSignature = (role: SignerRole, name: string | null): Signature => ({
  capacity: [...CAPACITIES[role]],
  hint: null,
  note: null,
  name,
});
