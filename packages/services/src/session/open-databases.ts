import { connect, type Database } from "@gandan/db/connect";

/** What a busy hour has opened is closed again; opening one anew takes a few milliseconds. */
const IDLE_SECONDS = 30;

/** Connections of a site: one pool per role. */
export interface Databases {
  app: Database;
  oversight: Database;
}

/**
 * Opens the pools from the environment: DATABASE_APP_URL and DATABASE_OVERSIGHT_URL, or DATABASE_URL with the role
 * taken on at the start of each connection.
 * @throws Error without any address
 */
export function openDatabases(env: NodeJS.ProcessEnv, name: string): Databases & { end: () => Promise<void> } {
  const url = env.DATABASE_URL;
  const appUrl = env.DATABASE_APP_URL ?? url;
  const oversightUrl = env.DATABASE_OVERSIGHT_URL ?? url;
  if (!appUrl || !oversightUrl) throw new Error("DATABASE_URL is not set: start with `npm start`, or set it.");
  const app = connect({ url: appUrl, role: "app", max: 8, name, idleSeconds: IDLE_SECONDS });
  const oversight = connect({ url: oversightUrl, role: "oversight", max: 6, name, idleSeconds: IDLE_SECONDS });
  return { app, oversight, end: async () => void (await Promise.all([app.end(), oversight.end()])) };
}
