import { confirmHost } from "@gandan/services/public/confirm-host";
import { defineCommand, exitCode, UsageError } from "../command";
import { asOperator } from "../staff/run-account";

export const hostsConfirm = defineCommand({
  usage: "hosts confirm HOST [--unit SLUG]",
  summary:
    "Xác nhận tên miền là của đơn vị đã xin; từ đó trang công khai mở ở tên miền ấy. · Confirms that a host name is the unit's that asked for it.",
  options: { unit: { type: "string" } },
  run: async ({ positionals, values: { unit } }) => {
    const [host] = positionals;
    if (!host || positionals.length > 1) throw new UsageError("Cần một tên miền. · One host name is needed.");
    const confirmed = await asOperator((operator) => confirmHost(operator, { host: host.toLowerCase(), slug: unit }));
    return {
      code: exitCode.ok,
      text: `Tên miền ${confirmed.host} mở trang của ${confirmed.slug}. · ${confirmed.host} opens the pages of ${confirmed.slug}.`,
      data: confirmed,
    };
  },
});
