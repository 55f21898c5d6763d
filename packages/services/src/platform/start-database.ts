import { rmSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedServer } from "@gandan/db/embedded-server";
import { findRunningServer } from "@gandan/db/server/find-running-server";
import { ServerError } from "@gandan/db/server/server-error";

type Place = {
  dataFolder: string;
  /** An existing server, used instead of the embedded one. */
  databaseUrl: string | undefined;
};

/** `url` is the owner's login; `stop` ends the server when it was started for the caller. */
type ReachedDatabase = { url: string; stop: () => Promise<void> };

const nothingToStop = async () => {};

/**
 * The existing server, or the embedded one, started for the caller alone; `reset` begins with an empty embedded one.
 * @throws ServerError whose `sentence` says in vi and en what to do.
 */
export async function startDatabase(place: Place & { reset: boolean }): Promise<ReachedDatabase> {
  const { dataFolder, databaseUrl, reset } = place;
  if (databaseUrl) return { url: databaseUrl, stop: nothingToStop };
  if (reset) await emptyEmbedded(dataFolder);
  return startEmbeddedServer({ dataFolder, port: Number(process.env.GANDAN_DATABASE_PORT) || undefined });
}

/** For a single command: the existing server, the embedded one that runs already, or one started until `stop`. */
export async function reachDatabase(place: Place): Promise<ReachedDatabase> {
  const running = place.databaseUrl ? null : findRunningServer(place.dataFolder);
  return running ? { url: running, stop: nothingToStop } : startDatabase({ ...place, reset: false });
}

/** Takes the folder as its only user before emptying it; data that cannot be started any more is emptied, too. */
async function emptyEmbedded(dataFolder: string): Promise<void> {
  try {
    const server = await startEmbeddedServer({ dataFolder });
    await server.stop();
  } catch (error) {
    const broken = error instanceof ServerError && /^server\.(init|start|stop)Failed$/.test(error.key);
    if (!broken) throw error;
  }
  rmSync(join(dataFolder, "postgresql"), { recursive: true, force: true });
}
