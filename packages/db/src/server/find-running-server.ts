import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockHolder } from "./starter-lock";

/** Login of the owner on the embedded server that another process runs on the data folder; null when none does. */
export function findRunningServer(dataFolder: string): string | null {
  const home = resolve(dataFolder, "postgresql");
  if (lockHolder(join(home, "starter.lock")) === null) return null;
  try {
    const port = Number(readFileSync(join(home, "data", "postmaster.pid"), "utf8").split("\n")[3]);
    const { owner } = JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as { owner: string };
    return port > 0 ? `postgres://gandan:${owner}@127.0.0.1:${port}/gandan` : null;
  } catch {
    return null;
  }
}
