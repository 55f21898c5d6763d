/** A stretch of text in one face. Text is never markup: signs of any language of documents stand as they are. */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** A part of the body, in the order of reading. */
export type Part =
  | { type: "paragraph"; runs: Run[]; indent?: boolean; align?: "center" }
  /** Levels as in a plan: 1 "Chương", 2 "I.", 3 "1.", 4 "a)". */
  | { type: "heading"; level: 1 | 2 | 3 | 4; text: string }
  /** A list with dashes. */
  | { type: "items"; items: Run[][] }
  /** Lines of a form; an empty value is a dotted line to write on. */
  | { type: "fields"; fields: { label: string; value: string }[] }
  /** `small` for a register of many columns. */
  | { type: "table"; columns: Column[]; rows: Row[]; small?: boolean };

/** A cell; several lines stand below each other. */
export type Cell = string | string[];
/** As many cells as there are columns, or one that reaches over all of them and heads the rows below it. */
export type Row = Cell[];

export interface Column {
  header: string;
  /** Share of the width, against the other columns. */
  width: number;
  align?: "left" | "center" | "right";
}

/** Who signs: the capacity in capitals line by line ("TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"). */
export interface Signature {
  capacity: string[];
  /** Below the capacity, e.g. "(Ký, ghi rõ họ tên)". */
  hint: string | null;
  /** Between the room for the seal and the name, e.g. "(đã ký số)". */
  note: string | null;
  /** Without academic title. */
  name: string | null;
}

/** A square code with words beside it by which anyone can check a document. */
export interface Proof {
  /** What the code holds: an address. */
  url: string;
  /** For those who cannot see the code. */
  alt: string;
  lines: string[];
}

/** A part that begins on a page of its own behind the signature, with pages counted for itself. */
export interface Annex {
  /** "Phụ lục I" */
  label: string;
  title: string;
  /** "(Kèm theo Kế hoạch số 05/KH-UBND …)" */
  reference: string;
  /** Lies on its side: for wide tables. */
  landscape: boolean;
  parts: Part[];
}

/** How a letter of the chairman looks beyond the layout: with room about words of joy, in a black frame for the dead. */
export type Manner = "greeting" | "mourning";

/**
 * A document in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I, whatever it is about: letters, forms, plans, reports.
 * One description gives the PDF and the DOCX.
 */
export interface OfficialDocument {
  language: "vi" | "en";
  /** Title of the file. */
  subject: string;
  /** Author of the file. */
  issuer: string;
  /** Local date of the document, "YYYY-MM-DD". */
  date: string;
  /** The body above the issuer, regular capitals; none for the People's Committee of a commune. */
  parentBody: string[];
  /** The issuer, bold capitals, line by line. */
  issuerLines: string[];
  /** "Số: 05/KH-UBND"; null for a document that bears none. */
  number: string | null;
  /** Under the number of a letter without title: "V/v …". */
  about: string | null;
  /** "Xuân Lập, ngày 18 tháng 11 năm 2026" */
  placeAndDate: string;
  title: string | null;
  summary: string | null;
  /** After "Kính gửi:"; several stand below each other. */
  addressees: string[];
  parts: Part[];
  signature: Signature | null;
  /** Left of it, where the recipients stand otherwise: on forms that both sides sign. */
  counterSignature?: Signature | null;
  /** After "Nơi nhận:", with their punctuation; the last is "Lưu: VT, …". */
  recipients: string[];
  proof: Proof | null;
  /** A second code beside the first, where the reader is asked something. */
  invitation?: Proof | null;
  annexes?: Annex[];
  manner?: Manner;
  /** Stands on each page of what is not yet valid: "Dự thảo". */
  mark?: string | null;
  /** The whole document lies on its side: for wide tables. */
  landscape?: boolean;
}
