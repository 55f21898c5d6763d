import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Kernel ticks since boot at which a process began, where the system tells: a number re-used by another process differs. */
function beginOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

/** True while a process of that number lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The living process that holds the lock file; null when there is none. */
export function lockHolder(file: string): number | null {
  try {
    const [pid = 0, begin = ""] = readFileSync(file, "utf8").split("\n");
    const number = Number(pid);
    return number > 0 && isAlive(number) && (beginOf(number) ?? "") === begin ? number : null;
  } catch {
    return null;
  }
}

/** Takes the lock for this process; returns the holder instead when another has it. */
export function takeLock(file: string): number | null {
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n${beginOf(process.pid) ?? ""}`, { flag: "wx", mode: 0o600 });
      return null;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = lockHolder(file);
      if (holder !== null) return holder;
      rmSync(file, { force: true });
    }
  }
}
