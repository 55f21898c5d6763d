import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { runBinary } from "./server/run-binary";
import { serverBinaries } from "./server/server-binaries";
import { ServerError } from "./server/server-error";
import { serverSettings } from "./server/server-settings";
import { closedFolder, type ServerUser, serverUser } from "./server/server-user";
import { isAlive, takeLock } from "./server/starter-lock";

export interface EmbeddedServerOptions {
  /** The server keeps everything below `<dataFolder>/postgresql`. */
  dataFolder: string;
  /** TCP port on the loopback; a free one unless given. */
  port?: number;
  /** Gives up safety against power cuts for speed: tests only. */
  unsafe?: boolean;
}

export interface EmbeddedServer {
  /** Login of the owner of the database `gandan`: migrations, and by `role` all connections of the apps. Not a superuser. */
  url: string;
  /** Login of the superuser: only for tests and repair. */
  superUrl: string;
  port: number;
  /** Ends open connections, writes everything out and stops. */
  stop: () => Promise<void>;
}

interface Secrets {
  superuser: string;
  owner: string;
}

/** True when the server's user could keep data there: for choosing a default folder beforehand. */
export function mayEnter(folder: string): boolean {
  return closedFolder(folder, serverUser()) === null;
}

/**
 * Starts PostgreSQL from the npm packages on the loopback and waits until it answers. Sets it up the first time;
 * clears away what a killed run left: a half-made data folder, a stale lock, a server whose starter is gone.
 * @throws ServerError with a sentence that says what to do.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const home = resolve(options.dataFolder, "postgresql");
  const user = serverUser();
  openHome(home, user);
  const bin = serverBinaries(user);
  const lock = join(home, "starter.lock");
  const holder = takeLock(lock);
  if (holder !== null) throw new ServerError("server.inUse", { folder: options.dataFolder, pid: holder });
  try {
    const place: Place = { home, data: join(home, "data"), bin, user };
    await clearLeftovers(place);
    const port = await choosePort(options.port);
    const secrets = existsSync(join(home, "ready")) ? readSecrets(home) : await initialise(place, options.unsafe);
    own(place);
    await launch(place, port, options.unsafe ?? false);
    const login = (name: string, password: string, database: string) =>
      `postgres://${name}:${password}@127.0.0.1:${port}/${database}`;
    const superUrl = login("postgres", secrets.superuser, "postgres");
    await prepareDatabase(superUrl, secrets);
    writeFileSync(join(home, "ready"), "");
    return {
      url: login("gandan", secrets.owner, "gandan"),
      superUrl,
      port,
      stop: async () => {
        await halt(place);
        rmSync(lock, { force: true });
      },
    };
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  }
}

interface Place {
  home: string;
  data: string;
  bin: string;
  user: ServerUser;
}

/** Makes the folder and checks that the server's user gets in and that it is ours. */
function openHome(home: string, user: ServerUser) {
  const closed = (at: string) => new ServerError("server.dataFolderClosed", { folder: home, at, user: user.name });
  const before = closedFolder(home, user);
  if (before) throw closed(before);
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw closed((error as NodeJS.ErrnoException).path ?? home);
  }
  const at = closedFolder(home, user);
  if (at) throw closed(at);
  const stat = statSync(join(home, "data"), { throwIfNoEntry: false });
  if (stat && user.uid === undefined && stat.uid !== process.getuid?.()) {
    throw new ServerError("server.dataFolderForeign", { folder: home });
  }
}

/** A data folder may come from a run as another user; as root we can hand it over. */
function own({ data, user }: Place) {
  if (user.uid === undefined || user.gid === undefined || statSync(data).uid === user.uid) return;
  chownSync(data, user.uid, user.gid);
  for (const name of readdirSync(data, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(data, name), user.uid, user.gid);
  }
}

/** Number of the server process that runs on the data folder, stale lock files aside. */
function runningServer(data: string): number | null {
  let pid: number;
  try {
    pid = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return null;
  }
  if (!(pid > 0) || !isAlive(pid)) return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data) ? pid : null;
  } catch {
    return pid;
  }
}

async function clearLeftovers(place: Place) {
  // Our lock is free, so a server still running has lost its starter.
  if (runningServer(place.data) !== null) await halt(place);
  rmSync(join(place.data, "postmaster.pid"), { force: true });
  if (!existsSync(join(place.home, "ready"))) rmSync(place.data, { recursive: true, force: true });
}

function readSecrets(home: string): Secrets {
  return JSON.parse(readFileSync(join(home, "secrets.json"), "utf8")) as Secrets;
}

async function initialise(place: Place, unsafe = false): Promise<Secrets> {
  const { home, data, user } = place;
  const secrets: Secrets = { superuser: randomBytes(24).toString("hex"), owner: randomBytes(24).toString("hex") };
  writeFileSync(join(home, "secrets.json"), JSON.stringify(secrets), { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(data, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const { code, output } = await runBinary(
    join(place.bin, "initdb"),
    [
      `--pgdata=${data}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(unsafe ? ["--no-sync"] : []),
    ],
    user,
    home,
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0) throw new ServerError("server.initFailed", { folder: home, reason: lastLines(output) });
  return secrets;
}

/** The owner's role and database, on the first start; a start cut short in between is made good by the next. */
async function prepareDatabase(superUrl: string, secrets: Secrets) {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = 'gandan'`;
    if (!role) await sql.unsafe(`create role gandan login createdb createrole password '${secrets.owner}'`);
    const [database] = await sql`select 1 from pg_database where datname = 'gandan'`;
    if (!database) await sql`create database gandan owner gandan`;
  } finally {
    await sql.end();
  }
}

async function launch(place: Place, port: number, unsafe: boolean) {
  writeFileSync(join(place.data, "postgresql.conf"), serverSettings(port, unsafe));
  const log = join(place.data, "server.log");
  rmSync(log, { force: true });
  const args = ["start", "-w", "-t", "60", "-s", "-D", place.data, "-l", log];
  const { code, output } = await runBinary(join(place.bin, "pg_ctl"), args, place.user, place.home);
  if (code === 0) return;
  const said = existsSync(log) ? readFileSync(log, "utf8") : output;
  if (/could not bind|Address already in use/.test(said)) throw new ServerError("server.portInUse", { port });
  throw new ServerError("server.startFailed", { folder: place.home, reason: lastLines(said) });
}

async function halt(place: Place) {
  const args = ["stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", place.data];
  const { code, output } = await runBinary(join(place.bin, "pg_ctl"), args, place.user, place.home);
  if (code !== 0 && runningServer(place.data) !== null) {
    throw new ServerError("server.stopFailed", { folder: place.home, reason: lastLines(output) });
  }
}

/** `wanted` when nobody listens there, else any free port of the loopback. */
function choosePort(wanted: number | undefined): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer();
    probe.on("error", () => reject(new ServerError("server.portInUse", { port: wanted ?? 0 })));
    probe.listen(wanted ?? 0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolvePort(port));
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-3).join(" ");
}
