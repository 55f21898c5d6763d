import { resetSecondFactor } from "@gandan/services/staff/operate-accounts";
import { defineCommand, exitCode, UsageError } from "../command";
import { asOperator } from "../staff/run-account";

export const staffResetSecondFactor = defineCommand({
  usage: "staff reset-second-factor NAME",
  summary:
    "Gỡ xác thực hai lớp của một tài khoản bị mất điện thoại, kết thúc các phiên, ghi nhật ký. · Takes the second factor off an account whose phone is lost.",
  options: {},
  run: async ({ positionals }) => {
    const [name] = positionals;
    if (!name || positionals.length > 1) throw new UsageError("Cần một tên đăng nhập. · One user name is needed.");
    const account = await asOperator((operator) => resetSecondFactor(operator, name));
    return {
      code: exitCode.ok,
      text: `Đã gỡ xác thực hai lớp của ${account.name}. Lần đăng nhập tới chỉ cần mật khẩu. · The second factor of ${name} is off.`,
      data: { account: account.name },
    };
  },
});
