import type { SignerRole } from "@gandan/model/dossier/dossier-event";
import type { OfficialDocument } from "../official/official-document";
import { addressOf, committeeFrame, committeeSignature, contactLine, type FormHead, plain, said } from "./form-parts";

/** What stands on form 04. */
export interface ExtensionNotice extends FormHead {
  receivedAt: string;
  /** The appointment that cannot be kept. */
  dueAt: string;
  newDueAt: string;
  cause: string;
  responsible: string | null;
  /** The letter of apology that went before: "số 08/TXL-UBND ngày 20/11/2026". */
  letter: string | null;
  /** `capacity`: the lines above the name where the letter has them, by whatever right it was signed. */
  signer: { role: SignerRole; capacity: readonly string[] | null; name: string | null };
}

/**
 * Form 04 of Thông tư 03/2025/TT-VPCP: the formal paper that asks for more time. The chairman's letter of apology is
 * another paper, in warm words; where there is one, this names it.
 */
export function extensionNotice(notice: ExtensionNotice): OfficialDocument {
  const you = addressOf(notice);
  const { unitName, externalCode, procedureName, signer } = notice;
  const byRole = committeeSignature(signer.role, signer.name);
  return {
    ...committeeFrame(notice, "UBND"),
    parts: [
      plain(
        `Lúc ${notice.receivedAt}, Ủy ban nhân dân ${unitName} tiếp nhận hồ sơ “${procedureName}” của ${you}, mã hồ sơ ${externalCode}, hẹn trả kết quả lúc ${notice.dueAt}. Hồ sơ chưa thể giải quyết xong đúng thời hạn đã hẹn.`,
      ),
      said("Lý do", notice.cause),
      ...(notice.responsible ? [said("Người chịu trách nhiệm", notice.responsible)] : []),
      plain(
        `Ủy ban nhân dân ${unitName} xin lỗi ${you} về sự chậm trễ này${notice.letter ? `, như đã nêu tại Thư xin lỗi ${notice.letter},` : ""} và đề nghị được gia hạn thời gian giải quyết.`,
      ),
      said("Thời gian trả kết quả mới", notice.newDueAt),
      contactLine(notice, "Nếu cần biết thêm về hồ sơ"),
    ],
    signature: { ...byRole, capacity: [...(signer.capacity ?? byRole.capacity)] },
  };
}
