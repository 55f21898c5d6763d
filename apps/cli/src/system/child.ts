import { type ChildProcess, spawn } from "node:child_process";

/** A part of the system that runs as a process of its own. */
export type Child = {
  name: string;
  /** Resolves when the part can be used; rejects never. */
  ready: Promise<void>;
  /** Resolves with the exit code (null: ended by a signal). */
  ended: Promise<number | null>;
  /** Asks the part to end, waits, and ends it by force when it has not after the limit. */
  stop: (limitMs: number) => Promise<void>;
};

/**
 * Starts a built file of the workspace as a child that says "ready" by message and ends with its parent.
 * @param flags of Node
 */
export function startChild(
  name: string,
  file: string,
  env: Record<string, string>,
  flags: readonly string[] = [],
): Child {
  const child = spawn(process.execPath, ["--enable-source-maps", ...flags, file], {
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<number | null>((done) => {
    child.on("exit", done);
    child.on("error", () => done(1));
  });
  return {
    name,
    ready: new Promise((done) => child.once("message", () => done())),
    ended,
    stop: (limitMs) => stopChild(child, ended, limitMs),
  };
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>, limitMs: number): Promise<void> {
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), limitMs);
  await ended;
  clearTimeout(force);
}
