import { listHosts } from "@gandan/services/public/confirm-host";
import { defineCommand, exitCode } from "../command";
import { asOperator } from "../staff/run-account";

export const hostsList = defineCommand({
  usage: "hosts list",
  summary: "Liệt kê tên miền mà các đơn vị xin dùng. · Lists the host names that units have asked for.",
  options: {},
  run: async () => {
    const hosts = await asOperator(listHosts);
    const lines = hosts.map(
      ({ host, slug, confirmed }) => `${host}\t${slug}\t${confirmed ? "đang dùng · in use" : "chờ · waiting"}`,
    );
    const none = "Chưa đơn vị nào xin tên miền. · No unit has asked for a host name.";
    return { code: exitCode.ok, text: lines.length > 0 ? lines.join("\n") : none, data: { hosts } };
  },
});
