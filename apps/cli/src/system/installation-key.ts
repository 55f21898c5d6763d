import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The key that seals secrets in the database: GANDAN_SECRET_KEY, else the one of the data folder, which is made at the
 * first start and readable by its owner alone. Who backs up the database backs up this key too, elsewhere.
 * @returns 32 bytes in base64
 */
export function readInstallationKey(dataFolder: string, env: NodeJS.ProcessEnv = process.env): string {
  if (env.GANDAN_SECRET_KEY) return env.GANDAN_SECRET_KEY;
  const file = join(dataFolder, "secret.key");
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  }
  return readFileSync(file, "utf8").trim();
}
