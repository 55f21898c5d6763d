import { readFileSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, resolve } from "node:path";
import { ServerError } from "./server-error";

/** Whom PostgreSQL runs as. `uid` and `gid` are set only when that is not ourselves. */
export interface ServerUser {
  name: string;
  uid?: number;
  gid?: number;
}

/** Ourselves, or `postgres` (else `nobody`) when we are root, as PostgreSQL refuses to run as root. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { name: userInfo().username };
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const account = accounts.find(([name]) => name === wanted);
    if (account) return { name: wanted, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new ServerError("server.noUser");
}

/** The uppermost folder on the way to `path` that `user` may not enter; null when the way is free. Missing parts are ignored. */
export function closedFolder(path: string, user: ServerUser): string | null {
  const uid = user.uid ?? process.getuid?.();
  const gid = user.gid ?? process.getgid?.();
  if (uid === undefined) return null;
  const way: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of way) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (!stat) return null;
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if (uid !== 0 && !(stat.mode & bit)) return folder;
  }
  return null;
}
