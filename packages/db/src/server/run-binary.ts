import { spawn } from "node:child_process";
import type { ServerUser } from "./server-user";

/** Runs a PostgreSQL program as the server's user; resolves with its exit code and all it said. */
export function runBinary(program: string, args: string[], user: ServerUser, cwd: string) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = spawn(program, args, {
      cwd,
      uid: user.uid,
      gid: user.gid,
      env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", NODE_ENV: process.env.NODE_ENV },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: -1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? -1, output }));
  });
}
