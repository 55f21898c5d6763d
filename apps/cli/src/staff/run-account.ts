import { userInfo } from "node:os";
import { AppError } from "@gandan/model/error/app-error";
import type { AccountLink, Operator } from "@gandan/services/staff/operate-accounts";
import { type Answer, exitCode } from "../command";
import { Problem } from "../system/problem";
import { withDatabase } from "../unit/run-unit-import";

const SENTENCES: Record<string, [vi: string, en: string]> = {
  "staff.noAccount": ["Không có tài khoản với tên đăng nhập này.", "There is no account of this user name."],
  "staff.noFactor": ["Tài khoản này chưa bật xác thực hai lớp.", "This account has no second factor."],
  "staff.roleUnknown": ["Không có vai trò này.", "There is no such role."],
  "staff.badSignInName": [
    "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm hoặc gạch.",
    "A user name is of small letters without marks, digits, dots or dashes.",
  ],
  "public.noHost": [
    "Không đơn vị nào xin tên miền này. Xem danh sách: gandan hosts list.",
    "No unit has asked for this host name. See: gandan hosts list.",
  ],
  "public.hostKnown": ["Tên miền này đã được xác nhận.", "This host name is already confirmed."],
  "public.hostsSeveral": [
    "Nhiều đơn vị xin tên miền này: hãy thêm --unit với địa chỉ của một đơn vị.",
    "Several units have asked for this host name: name one with --unit.",
  ],
  "unit.notFound": ["Hôm nay không có đơn vị nào mang mã này.", "No unit has this code today."],
};

/** Works on accounts as whoever sits at the machine; errors of the services become sentences. */
export async function asOperator<T>(work: (operator: Operator) => Promise<T>): Promise<T> {
  try {
    return await withDatabase((ownerUrl) => work({ ownerUrl, by: `operator ${userInfo().username}`, now: new Date() }));
  } catch (error) {
    const sentence = error instanceof AppError ? SENTENCES[error.key] : undefined;
    if (!sentence) throw error;
    throw new Problem(...sentence);
  }
}

/** The link of an account, told this once. */
export function linkAnswer({ name, token, expiresAt }: AccountLink): Answer {
  const path = `/set-password/${token}`;
  return {
    code: exitCode.ok,
    text: [
      `Liên kết đặt mật khẩu của ${name}, dùng một lần: thêm vào sau địa chỉ của trang. · Link for the password, works once: append it to the address of the site.`,
      path,
    ].join("\n"),
    data: { name, path, expiresAt },
  };
}
