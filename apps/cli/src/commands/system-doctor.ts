import { type KeyState, keyState } from "@gandan/services/platform/confirm-key";
import { pendingMigrations } from "@gandan/services/platform/migrate-database";
import { reachDatabase } from "@gandan/services/platform/start-database";
import { defineCommand, exitCode } from "../command";
import { checkPort } from "../system/check-port";
import { findInstallationKey } from "../system/installation-key";
import { tell } from "../system/problem";
import { readSettings, type Settings } from "../system/settings";

type Finding = { check: string; ok: boolean; found: string };

/** Looks at what a start needs and changes nothing but, without a running system, the time stamps of the data folder. */
export const systemDoctor = defineCommand({
  usage: "doctor",
  summary: "Kiểm tra Node, cổng, thư mục dữ liệu và cơ sở dữ liệu. Mã 1 khi có điều cần sửa.",
  options: {},
  run: async () => {
    const settings = readSettings();
    const findings = [
      { check: "node", ok: isNodeNewEnough(), found: process.versions.node },
      await lookAtSite("commune", settings.communePort, "GANDAN_COMMUNE_PORT"),
      await lookAtSite("oversight", settings.oversightPort, "GANDAN_OVERSIGHT_PORT"),
      ...(await lookAtDatabase(settings)),
    ];
    return {
      code: findings.every(({ ok }) => ok) ? exitCode.ok : exitCode.problem,
      text: findings.map(({ check, ok, found }) => `${ok ? "✓" : "✕"} ${check.padEnd(10)} ${found}`).join("\n"),
      data: { findings },
    };
  },
});

function isNodeNewEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** A taken port is well when our own site answers there. */
async function lookAtSite(check: string, port: number, variable: string): Promise<Finding> {
  const answer = await fetch(`http://localhost:${port}/healthz`).catch(() => undefined);
  if (answer?.ok) return { check, ok: true, found: `http://localhost:${port}` };
  try {
    await checkPort(port, variable);
    return { check, ok: true, found: `${port}: trống · free` };
  } catch (error) {
    return { check, ok: false, found: tell(error as Error) };
  }
}

async function lookAtDatabase(settings: Settings): Promise<Finding[]> {
  const check = "database";
  try {
    const database = await reachDatabase(settings);
    try {
      const pending = await pendingMigrations(database.url);
      const place = settings.databaseUrl ? "DATABASE_URL" : settings.dataFolder;
      if (pending.length === 0) {
        const found = `${place}: lược đồ mới nhất · schema up to date`;
        return [{ check, ok: true, found }, await lookAtKey(settings, database.url)];
      }
      const found = `${place}: ${pending.length} migration(s) chưa chạy, hãy chạy npm start · not applied: ${pending.join(", ")}`;
      return [{ check, ok: false, found }];
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [{ check, ok: false, found: tell(error as Error) }];
  }
}

const KEYS: Record<KeyState, string> = {
  right: "đúng khóa đã niêm phong dữ liệu · the key this data was sealed with",
  wrong: "không phải khóa đã niêm phong dữ liệu: hãy đặt GANDAN_SECRET_KEY · not the key this data was sealed with",
  missing: "không có khóa đã niêm phong dữ liệu: hãy đặt GANDAN_SECRET_KEY · the key of this data is not here",
  unknown: "dữ liệu chưa được niêm phong · nothing was sealed yet",
};

async function lookAtKey({ dataFolder }: Settings, databaseUrl: string): Promise<Finding> {
  const state = await keyState(databaseUrl, findInstallationKey(dataFolder));
  return { check: "key", ok: state === "right" || state === "unknown", found: KEYS[state] };
}
