import { defineCommand, exitCode } from "../command";
import { type Running, runSystem } from "../system/run-system";
import { readSettings } from "../system/settings";

/** Starts database, worker and both sites and stays until Ctrl-C. */
export const systemUp = defineCommand({
  usage: "up [--reset]",
  summary: "Mở cơ sở dữ liệu, bộ xử lý và hai trang; dừng bằng Ctrl-C. --reset: xoá dữ liệu và bắt đầu lại.",
  options: { reset: { type: "boolean" } },
  run: async ({ values, json }) => {
    const end = new AbortController();
    const progress = (sentence: string) => void (json ? undefined : console.log(sentence));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (!end.signal.aborted) progress("Đang dừng… · Stopping…");
        end.abort();
      });
    }
    await runSystem({
      settings: readSettings(),
      reset: values.reset === true,
      signal: end.signal,
      progress,
      onRunning: (running) => console.log(json ? JSON.stringify(running) : welcome(running)),
    });
    return { code: exitCode.ok, text: "Đã dừng. · Stopped." };
  },
});

function welcome({ communeUrl, oversightUrl, accounts }: Running): string {
  const logins = accounts.map(
    ({ site, role, unit, email, password }) =>
      `  ${site.padEnd(9)}  ${email.padEnd(19)}  ${password}  ${role.padEnd(17)}  ${unit}`,
  );
  return [
    "",
    "Gần Dân đang chạy. · Gần Dân is running.",
    `  Cấp xã · commune       ${communeUrl}`,
    `  Cấp trên · oversight   ${oversightUrl}`,
    ...(logins.length > 0 ? ["", "Tài khoản dùng thử · Demo accounts", ...logins] : []),
    "",
    "Dừng: Ctrl-C · Stop: Ctrl-C",
  ].join("\n");
}
