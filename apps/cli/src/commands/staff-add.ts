import { addFirstPerson } from "@gandan/services/staff/operate-accounts";
import { defineCommand, UsageError } from "../command";
import { asOperator, linkAnswer } from "../staff/run-account";

export const staffAdd = defineCommand({
  usage: "staff add SIGN-IN-NAME --name NAME --unit CODE [--role chairman]",
  summary:
    "Thêm người đầu tiên của một đơn vị, thường là Chủ tịch; người này thêm những người khác. · Adds the first person of a unit, who adds all others.",
  options: { name: { type: "string" }, unit: { type: "string" }, role: { type: "string" } },
  run: async ({ values: { name, unit, role = "chairman" }, positionals }) => {
    const [signInName] = positionals;
    if (!signInName || positionals.length > 1 || !name || !unit) {
      throw new UsageError("Cần tên đăng nhập, --name và --unit. · A user name, --name and --unit are needed.");
    }
    const person = { signInName, name, unitCode: unit, role };
    return linkAnswer(await asOperator(async (operator) => addFirstPerson(operator, person)));
  },
});
