import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keyState, markKey } from "@gandan/services/platform/confirm-key";
import { Problem } from "./problem";

const fileOf = (dataFolder: string) => join(dataFolder, "secret.key");

/**
 * The key that seals secrets in the database: GANDAN_SECRET_KEY, else the one of the data folder, which is readable by its
 * owner alone. Who backs up the database backs up this key too, elsewhere.
 * @returns 32 bytes in base64; null when there is none
 */
export function findInstallationKey(dataFolder: string, env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.GANDAN_SECRET_KEY) return env.GANDAN_SECRET_KEY;
  const file = fileOf(dataFolder);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/**
 * The key of a database, made at its first start. Another one, or none where there was one, ends the start before anything
 * is sealed with it: what was sealed before would be lost to it.
 * @throws Problem
 */
export async function confirmInstallationKey(dataFolder: string, databaseUrl: string): Promise<string> {
  const found = findInstallationKey(dataFolder);
  const state = await keyState(databaseUrl, found);
  if (state === "missing") throw missing();
  if (state === "wrong") throw wrong();
  const key = found ?? makeKey(dataFolder);
  if (state === "unknown") await markKey(databaseUrl, key, new Date());
  return key;
}

function makeKey(dataFolder: string): string {
  const key = randomBytes(32).toString("base64");
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(fileOf(dataFolder), `${key}\n`, { mode: 0o600, flag: "wx" });
  return key;
}

const missing = () =>
  new Problem(
    "Dữ liệu này đã được niêm phong bằng một khóa mà máy này không có: hãy đặt khóa đã cất vào GANDAN_SECRET_KEY (hoặc tệp secret.key) rồi chạy lại. Chưa có gì thay đổi.",
    "This data was sealed with a key that is not here: set the kept key as GANDAN_SECRET_KEY (or put it into secret.key), then start again. Nothing was changed.",
  );

const wrong = () =>
  new Problem(
    "Khóa đang đặt không phải khóa đã niêm phong dữ liệu này: hãy đặt đúng khóa đã cất vào GANDAN_SECRET_KEY (hoặc tệp secret.key) rồi chạy lại. Chưa có gì thay đổi.",
    "The key that is set is not the one this data was sealed with: set the kept key as GANDAN_SECRET_KEY (or put it into secret.key), then start again. Nothing was changed.",
  );
