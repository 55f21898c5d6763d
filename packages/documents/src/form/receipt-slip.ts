import type { OfficialDocument } from "../official/official-document";

/** What stands on form 01; times and dates as they are printed. */
export interface ReceiptSlip {
  /** Local date of the slip, "YYYY-MM-DD". */
  date: string;
  unitName: string;
  /** Place in the line of the date: the unit without its kind ("Đông Hà"). */
  place: string;
  /** The office that receives, e.g. "Trung tâm Phục vụ hành chính công". */
  office: string;
  externalCode: string;
  procedureName: string;
  procedureCode: string;
  applicantName: string;
  phone: string | null;
  papers: string[];
  /** "08:20 ngày 12/11/2026" */
  receivedAt: string;
  /** Null while the dossier is not complete. */
  dueAt: string | null;
  channel: string;
  officer: string;
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 take a nought (Nghị định 30/2020, Phụ lục I). */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split("-");
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/**
 * Form 01 of Thông tư 03/2025/TT-VPCP: receipt of a dossier with the appointment, in two columns of facts and the list of
 * papers, signed by the receiver and the applicant. The code holds the dossier's number, for the desk's reader.
 */
export function receiptSlip(slip: ReceiptSlip): OfficialDocument {
  const due = slip.dueAt ?? "Sẽ hẹn sau khi hồ sơ đủ giấy tờ";
  return {
    language: "vi",
    subject: `Giấy tiếp nhận hồ sơ ${slip.externalCode}`,
    issuer: slip.unitName,
    date: slip.date,
    parentBody: [`Ủy ban nhân dân ${slip.unitName}`],
    issuerLines: [slip.office],
    number: `Mã hồ sơ: ${slip.externalCode}`,
    about: null,
    placeAndDate: `${slip.place}, ${dateInWords(slip.date)}`,
    title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    summary: null,
    addressees: [],
    parts: [
      {
        type: "fields",
        fields: [
          { label: `${slip.office} tiếp nhận hồ sơ của`, value: slip.applicantName },
          { label: "Số điện thoại", value: slip.phone ?? "" },
          { label: "Nội dung yêu cầu giải quyết", value: `${slip.procedureName} (mã ${slip.procedureCode})` },
          { label: "Hình thức nộp", value: slip.channel },
        ],
      },
      { type: "heading", level: 3, text: "Thành phần hồ sơ nộp gồm:" },
      slip.papers.length > 0
        ? {
            type: "table",
            columns: [
              { header: "STT", width: 1, align: "center" },
              { header: "Tên giấy tờ", width: 9 },
            ],
            rows: slip.papers.map((paper, i) => [String(i + 1), paper]),
          }
        : { type: "paragraph", indent: false, runs: [{ text: "Theo thành phần hồ sơ của thủ tục." }] },
      {
        type: "fields",
        fields: [
          { label: "Thời gian nhận hồ sơ", value: slip.receivedAt },
          { label: "Thời gian trả kết quả", value: due },
          { label: "Nhận kết quả tại", value: slip.office },
        ],
      },
      { type: "items", items: [[{ text: "Mang theo giấy này khi đến nhận kết quả." }]] },
    ],
    signature: { capacity: ["Người tiếp nhận"], hint: "(Ký, ghi rõ họ tên)", note: null, name: slip.officer },
    recipients: [],
    proof: {
      url: slip.externalCode,
      alt: `Mã của hồ sơ ${slip.externalCode}`,
      lines: [`Mã hồ sơ ${slip.externalCode}`, "Đọc mã này tại bàn để tìm hồ sơ."],
    },
  };
}
