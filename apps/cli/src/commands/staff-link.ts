import { makeAccountLink } from "@gandan/services/staff/operate-accounts";
import { defineCommand, UsageError } from "../command";
import { asOperator, linkAnswer } from "../staff/run-account";

export const staffLink = defineCommand({
  usage: "staff link NAME",
  summary: "Tạo liên kết đặt mật khẩu cho một tài khoản. · Makes a link by which an account sets its password.",
  options: {},
  run: async ({ positionals }) => {
    const [name] = positionals;
    if (!name || positionals.length > 1) throw new UsageError("Cần một tên đăng nhập. · One user name is needed.");
    return linkAnswer(await asOperator((operator) => makeAccountLink(operator, name)));
  },
});
