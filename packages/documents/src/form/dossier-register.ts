import type { Channel } from "@gandan/model/dossier/dossier-event";
import type { DossierState } from "@gandan/model/dossier/dossier-facts";
import type { OfficialDocument } from "../official/official-document";
import { dateInWords, writtenMoment } from "../official/written-time";
import { resultName } from "./control-sheet";
import { byHand, CHANNEL_NAMES, type FormHead, headLines, plain } from "./form-parts";

/** A dossier as a line of the register. */
export interface RegisterLine {
  externalCode: string;
  procedureName: string;
  procedureCode: string;
  applicantName: string | null;
  phone: string | null;
  channel: Channel;
  state: DossierState;
  receivedAt: Date;
  dueAt: Date | null;
  /** The appointment that holds now. */
  promisedAt: Date | null;
  finishedAt: Date | null;
  handedOverAt: Date | null;
  officer: string | null;
  supplements: number;
  apologised: boolean;
}

/** What stands on form 07. */
export interface DossierRegister extends Pick<FormHead, "title" | "date" | "unitName" | "place" | "deskName"> {
  /** "từ 01/11/2026 đến 30/11/2026" */
  period: string;
  /** Other conditions of the list, as they are printed; empty for all dossiers. */
  filters: readonly string[];
  lines: readonly RegisterLine[];
}

const STATE_NOTES: Readonly<Partial<Record<DossierState, string>>> = {
  new: "Chưa tiếp nhận",
  "not-accepted": "Từ chối tiếp nhận",
  "awaiting-supplement": "Đang chờ bổ sung",
  "awaiting-duty": "Đang chờ nghĩa vụ tài chính",
  withdrawn: "Công dân rút",
  stopped: "Dừng giải quyết",
};

/** What is to be noted of a dossier: how it ended, what was asked for, whether there was an apology. */
export function registerNote(line: RegisterLine): string {
  return [
    STATE_NOTES[line.state],
    line.supplements > 0 ? `Bổ sung ${line.supplements} lần` : "",
    line.apologised ? "Đã xin lỗi" : "",
    line.dueAt && line.promisedAt && line.promisedAt > line.dueAt ? "Đã hẹn lại" : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** "Trước hạn", "Đúng hạn", "Quá hạn"; empty while it is not finished. */
export const registerResult = (line: RegisterLine): string =>
  (line.finishedAt && resultName(line.finishedAt, line.dueAt)) ?? "";

/** How many, how many finished, in time and late: the line above the register. */
export function registerTotals({ lines }: Pick<DossierRegister, "lines">): string {
  const results = lines.map(registerResult);
  const finished = lines.filter(({ finishedAt }) => finishedAt).length;
  const late = results.filter((result) => result === "Quá hạn").length;
  return `Tổng số ${lines.length} hồ sơ: đã giải quyết ${finished} (quá hạn ${late}), chưa giải quyết hoặc đã dừng ${lines.length - finished}.`;
}

/** "08:20" over "20/11/2026", and what else belongs to the moment. */
const momentLines = (instant: Date | null, ...more: string[]): string[] =>
  instant ? [...writtenMoment(instant).split(" ngày "), ...more.filter(Boolean)] : [""];

/** A code in pieces that fit its column; provincial systems have long ones. */
const codeLines = (code: string): string[] => code.match(/.{1,17}(?:-|$)|.{1,17}/g) ?? [code];

/** Form 07 of Thông tư 03/2025/TT-VPCP: the register of the dossiers of a period, on its side. */
export function dossierRegister(register: DossierRegister): OfficialDocument {
  const { unitName, deskName, period, filters, lines } = register;
  return {
    language: "vi",
    subject: `${register.title} ${period}`,
    issuer: unitName,
    date: register.date,
    parentBody: ["Ủy ban nhân dân", unitName],
    issuerLines: headLines(deskName),
    number: null,
    about: null,
    placeAndDate: `${register.place}, ${dateInWords(register.date)}`,
    title: register.title,
    summary: [period.charAt(0).toUpperCase() + period.slice(1), ...filters].join("; "),
    addressees: [],
    landscape: true,
    parts: [
      plain(registerTotals(register)),
      {
        type: "table",
        small: true,
        columns: [
          { header: "TT", width: 9, align: "center" },
          { header: "Mã hồ sơ", width: 33 },
          { header: "Tên thủ tục hành chính", width: 47 },
          { header: "Người nộp, điện thoại", width: 38 },
          { header: "Nhận hồ sơ", width: 22, align: "center" },
          { header: "Hẹn trả", width: 21, align: "center" },
          { header: "Trả kết quả", width: 21, align: "center" },
          { header: "Người thụ lý", width: 24 },
          { header: "Ký nhận", width: 17 },
          { header: "Ghi chú", width: 23 },
        ],
        rows: lines.map((line, i) => [
          String(i + 1),
          codeLines(line.externalCode),
          `${line.procedureName} (${line.procedureCode})`,
          line.phone ? [line.applicantName ?? "", line.phone] : (line.applicantName ?? ""),
          momentLines(line.receivedAt, CHANNEL_NAMES[line.channel]),
          momentLines(line.promisedAt),
          [...momentLines(line.handedOverAt).filter(Boolean), registerResult(line)],
          line.officer ?? "",
          "",
          registerNote(line),
        ]),
      },
    ],
    signature: byHand("Người lập sổ", null),
    recipients: [],
    proof: null,
  };
}
