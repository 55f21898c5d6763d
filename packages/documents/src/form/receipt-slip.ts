import type { Channel } from "@gandan/model/dossier/dossier-event";
import type { OfficialDocument } from "../official/official-document";

import { applicantFields, byHand, CHANNEL_NAMES, deskFrame, type FormHead, papersTable } from "./form-parts";

/** What stands on form 01; times as they are printed. */
export interface ReceiptSlip extends FormHead {
  papers: readonly string[];
  /** "08:20 ngày 12/11/2026" */
  receivedAt: string;
  /** Null while the dossier is not complete. */
  dueAt: string | null;
  channel: Channel;
  officer: string;
  /** Where the holder sees how the dossier stands, and the code asked for there. */
  lookUp: { url: string; code: string };
  /** Where the holder is asked about the dossier when it is over; null where the unit asks nobody. */
  surveyUrl?: string | null;
}

/**
 * Form 01 of Thông tư 03/2025/TT-VPCP: receipt of a dossier with the appointment and the list of papers, signed by who
 * hands in and who receives. The square code opens the page where the holder looks the dossier up; the desk's reader finds
 * the dossier by it too. A second code asks the holder, once, when the dossier is over.
 */
export function receiptSlip(slip: ReceiptSlip): OfficialDocument {
  const due = slip.dueAt ?? "Sẽ hẹn sau khi hồ sơ đủ giấy tờ";
  return {
    ...deskFrame(slip),
    proof: {
      url: slip.lookUp.url,
      alt: `Mã mở trang tra cứu hồ sơ ${slip.externalCode}`,
      lines: [
        `Mã hồ sơ ${slip.externalCode}`,
        `Mã tra cứu ${slip.lookUp.code}`,
        "Quét mã vuông để xem hồ sơ đến đâu. Đừng đưa mã tra cứu cho người khác.",
      ],
    },
    invitation: slip.surveyUrl
      ? {
          url: slip.surveyUrl,
          alt: `Mã mở phiếu hỏi ý kiến về hồ sơ ${slip.externalCode}`,
          lines: ["Ông/Bà có hài lòng không?", "Khi nhận kết quả, quét mã này để trả lời một lần, không ghi tên."],
        }
      : null,
    parts: [
      applicantFields(slip),
      { type: "fields", fields: [{ label: "Hình thức nộp", value: CHANNEL_NAMES[slip.channel] }] },
      { type: "heading", level: 3, text: "Thành phần hồ sơ nộp gồm:" },
      slip.papers.length > 0
        ? papersTable(slip.papers)
        : { type: "paragraph", indent: false, runs: [{ text: "Theo thành phần hồ sơ của thủ tục." }] },
      {
        type: "fields",
        fields: [
          { label: "Thời gian nhận hồ sơ", value: slip.receivedAt },
          { label: "Thời gian trả kết quả", value: due },
          { label: "Nhận kết quả tại", value: slip.deskName },
          ...(slip.deskPhone ? [{ label: "Điện thoại hỏi về hồ sơ", value: slip.deskPhone }] : []),
        ],
      },
      { type: "items", items: [[{ text: "Mang theo giấy này khi đến nhận kết quả." }]] },
    ],
    counterSignature: byHand("Người nộp hồ sơ", slip.applicantName),
    signature: byHand("Người tiếp nhận", slip.officer),
  };
}
