import type { OfficialDocument } from "../official/official-document";
import {
  addressOf,
  applicantFields,
  byHand,
  contactLine,
  deskFrame,
  type FormHead,
  papersTable,
  plain,
  said,
} from "./form-parts";

/** What stands on form 02. */
export interface SupplementSlip extends FormHead {
  /** "08:20 ngày 12/11/2026" */
  receivedAt: string;
  papers: readonly string[];
  reason: string;
  /** Which request it is: a second one was decided by the chairman. */
  times: number;
  officer: string | null;
}

/** Form 02 of Thông tư 03/2025/TT-VPCP: what is still missing, all of it at once, and why. */
export function supplementSlip(slip: SupplementSlip): OfficialDocument {
  const you = addressOf(slip);
  return {
    ...deskFrame(slip),
    parts: [
      applicantFields(slip),
      { type: "fields", fields: [{ label: "Thời gian nhận hồ sơ", value: slip.receivedAt }] },
      plain(`Để hồ sơ được giải quyết, đề nghị ${you} bổ sung, hoàn thiện những giấy tờ sau:`),
      papersTable(slip.papers),
      said("Lý do", slip.reason),
      plain(
        slip.times > 1
          ? `Đây là lần yêu cầu bổ sung thứ ${slip.times}, do Chủ tịch Ủy ban nhân dân ${slip.unitName} quyết định. Thời gian chờ bổ sung không tính vào thời hạn giải quyết.`
          : "Giấy tờ cần bổ sung được nêu đủ trong một lần này. Thời gian chờ bổ sung không tính vào thời hạn giải quyết.",
      ),
      contactLine(slip, "Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc"),
    ],
    counterSignature: byHand("Người nộp hồ sơ", slip.applicantName),
    signature: byHand("Người hướng dẫn", slip.officer),
  };
}
