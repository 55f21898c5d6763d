import type { OfficialDocument } from "../official/official-document";
import {
  addressOf,
  committeeFrame,
  committeeSignature,
  contactLine,
  type FormHead,
  papersTable,
  plain,
  said,
} from "./form-parts";

/** What stands on form 05. */
export interface StopNotice extends FormHead {
  receivedAt: string;
  stoppedAt: string;
  reason: string;
  papers: readonly string[];
}

/** Form 05 of Thông tư 03/2025/TT-VPCP: that an accepted dossier is not worked on any more, and why. */
export function stopNotice(notice: StopNotice): OfficialDocument {
  const you = addressOf(notice);
  const { unitName, externalCode, procedureName, papers } = notice;
  return {
    ...committeeFrame(notice, "TB-UBND"),
    parts: [
      plain(
        `Lúc ${notice.receivedAt}, Ủy ban nhân dân ${unitName} tiếp nhận hồ sơ “${procedureName}” của ${you}, mã hồ sơ ${externalCode}. Sau khi xem xét, Ủy ban nhân dân ${unitName} thông báo dừng giải quyết hồ sơ này kể từ ${notice.stoppedAt}.`,
      ),
      said("Lý do", notice.reason),
      ...(papers.length > 0
        ? [plain(`${you} được nhận lại giấy tờ đã nộp, gồm:`), papersTable(papers)]
        : [plain(`${you} được nhận lại giấy tờ đã nộp.`)]),
      contactLine(notice, "Nếu chưa rõ hoặc không đồng ý với việc dừng giải quyết"),
    ],
    signature: committeeSignature("chairman", null),
  };
}
