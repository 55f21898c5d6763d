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

/** What stands on form 03. */
export interface RefusalSlip extends FormHead {
  receivedAt: string;
  refusedAt: string;
  reason: string;
  /** Handed in, and given back. */
  papers: readonly string[];
  officer: string | null;
}

/** Form 03 of Thông tư 03/2025/TT-VPCP: why a dossier is not taken, and which papers go back. */
export function refusalSlip(slip: RefusalSlip): OfficialDocument {
  const you = addressOf(slip);
  return {
    ...deskFrame(slip),
    parts: [
      applicantFields(slip),
      { type: "fields", fields: [{ label: "Thời gian nộp", value: slip.receivedAt }] },
      plain(
        `Qua xem xét, lúc ${slip.refusedAt}, ${slip.deskName} ${slip.unitName} thông báo không tiếp nhận, giải quyết hồ sơ này.`,
      ),
      said("Lý do", slip.reason),
      ...(slip.papers.length > 0
        ? [plain(`Giấy tờ đã nộp được trả lại ${you}, gồm:`), papersTable(slip.papers)]
        : [plain(`Giấy tờ đã nộp được trả lại ${you}.`)]),
      contactLine(slip, "Nếu cần biết thêm về cách làm hồ sơ"),
    ],
    counterSignature: byHand("Người nộp hồ sơ", slip.applicantName),
    signature: byHand("Người tiếp nhận", slip.officer),
  };
}
