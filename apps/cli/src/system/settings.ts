import { resolve } from "node:path";
import { Problem } from "./problem";

export type Settings = {
  /** Absolute path of the folder that keeps the embedded database and uploaded files. */
  dataFolder: string;
  communePort: number;
  oversightPort: number;
  /** An existing PostgreSQL; the embedded one runs when there is none. */
  databaseUrl: string | undefined;
};

/** Reads where things are from the environment. Throws a Problem when a port is no port. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    dataFolder: resolve(env.GANDAN_DATA ?? ".gandan"),
    communePort: readPort(env, "GANDAN_COMMUNE_PORT", 3100),
    oversightPort: readPort(env, "GANDAN_OVERSIGHT_PORT", 3200),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function readPort(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const port = Number(env[name] || usual);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Problem(
    `${name} phải là một số từ 1 đến 65535, không phải “${env[name]}”.`,
    `${name} must be a number from 1 to 65535.`,
  );
}
