import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Clock ticks a second in which Linux gives processor time to programs, on every architecture. */
const TICKS = 100;

interface Stat {
  pid: number;
  parent: number;
  /** Processor time used so far, of all its threads. */
  cpuMs: number;
}

function statOf(pid: number): Stat | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in brackets and may hold anything; the fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const cpuMs = ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
    return { pid, parent: Number(fields[1]), cpuMs };
  } catch {
    return null;
  }
}

function withDescendants(root: number): Stat[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  const found = all.filter(({ pid }) => pid === root);
  for (const above of found) found.push(...all.filter(({ parent }) => parent === above.pid));
  return found;
}

/** The server's process number, from its data folder; it leaves the tree of who started it. */
export function databasePid(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, "postgresql", "data", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** Process numbers of a process and all below it. */
export function pidsBelow(root: number): number[] {
  return withDescendants(root).map(({ pid }) => pid);
}

/** Processor time in ms that a process and all below it have used so far. */
export function cpuMsOf(root: number): number {
  return withDescendants(root).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** The built file or program that a process runs, as few words as tell it from the others. */
export function nameOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  const app = /apps\/(\w+)\/(?:dist|build)\//.exec(words.join(" "))?.[1];
  return app ?? (words[0]?.includes("postgres") ? "postgres" : (words[0] ?? ""));
}

/** Memory of a process in MB in which shared pages count in equal parts to those that share them. */
export function proportionalMb(pid: number): number {
  const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
  return Number(kb) / 1024;
}
