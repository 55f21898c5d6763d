import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mayEnter, startEmbeddedServer } from "./embedded-server";
import { serverBinaries } from "./server/server-binaries";
import { ServerError } from "./server/server-error";
import { closedFolder, serverUser } from "./server/server-user";

let dataFolder: string;
const home = () => join(dataFolder, "postgresql");
const start = () => startEmbeddedServer({ dataFolder, unsafe: true });

async function ask(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "gandan-server-"));
  chmodSync(dataFolder, 0o755);
});
afterEach(() => {
  chmodSync(dataFolder, 0o755);
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("startEmbeddedServer", () => {
  it("keeps data over a restart, in UTF-8 with the built-in locale, owned by no superuser", async () => {
    const first = await start();
    await ask(first.url, "create table kept as select 'Thủ tục' as name");
    await first.stop();
    const second = await start();
    try {
      expect(second.url.replace(/:\d+\//, "/")).toBe(first.url.replace(/:\d+\//, "/"));
      const [row] = await ask(
        second.url,
        `select kept.name, upper('ế') as upper, rolsuper, datlocale, current_setting('listen_addresses') as listen
         from kept, pg_roles, pg_database where rolname = current_user and datname = current_database()`,
      );
      expect({ ...row }).toEqual({
        name: "Thủ tục",
        upper: "Ế",
        rolsuper: false,
        datlocale: "C.UTF-8",
        listen: "127.0.0.1",
      });
      expect(statSync(join(home(), "secrets.json")).mode & 0o777).toBe(0o600);
      await expect(ask(second.url.replace(/:[0-9a-f]+@/, ":wrong@"), "select 1")).rejects.toMatchObject({
        code: "28P01",
      });
    } finally {
      await second.stop();
    }
    expect(existsSync(join(home(), "data/postmaster.pid"))).toBe(false);
  });

  it("refuses a folder in use by another start, and names the process", async () => {
    const server = await start();
    try {
      const refusal = await start().catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(ServerError);
      expect(refusal).toMatchObject({ key: "server.inUse", details: { pid: process.pid } });
      expect((refusal as ServerError).sentence.vi).toContain("GANDAN_DATA");
      await ask(server.url, "select 1");
    } finally {
      await server.stop();
    }
  });

  it("takes over from a starter that was killed, its server running or not", async () => {
    const orphaned = await start();
    await ask(orphaned.url, "create table kept ()");
    // What a SIGKILL of the starter leaves: the server runs on, the lock names a process that is gone.
    writeFileSync(join(home(), "starter.lock"), "999999999\n1");
    const heir = await start();
    await ask(heir.url, "select * from kept");
    const pid = Number(readFileSync(join(home(), "data/postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    writeFileSync(join(home(), "starter.lock"), "999999999\n1");
    const third = await start();
    try {
      await ask(third.url, "select * from kept");
    } finally {
      await third.stop();
    }
  });

  it("is not stopped by the number of a dead server that another process now has", async () => {
    const server = await start();
    await server.stop();
    writeFileSync(join(home(), "data/postmaster.pid"), `${process.pid}\n${join(home(), "data")}\n`);
    const again = await start();
    await ask(again.url, "select 1");
    await again.stop();
  });

  it("begins anew where the first start was cut short", async () => {
    mkdirSync(join(home(), "data"), { recursive: true });
    writeFileSync(join(home(), "data/PG_VERSION"), "18\n");
    writeFileSync(join(home(), "secrets.json"), "{");
    const server = await start();
    try {
      await ask(server.url, "select 1");
    } finally {
      await server.stop();
    }
  });

  it("says which port is busy", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const address = blocker.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const attempt = startEmbeddedServer({ dataFolder, port, unsafe: true });
    await expect(attempt).rejects.toMatchObject({ key: "server.portInUse", details: { port } });
    blocker.close();
  });

  it("says what to do when the data folder cannot be entered", async () => {
    const inner = join(dataFolder, "inner");
    mkdirSync(inner);
    chmodSync(dataFolder, process.getuid?.() === 0 ? 0o700 : 0o000);
    expect(mayEnter(inner)).toBe(false);
    const refusal = await startEmbeddedServer({ dataFolder: inner }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ key: "server.dataFolderClosed", details: { at: dataFolder } });
    expect((refusal as ServerError).sentence.en).toContain("GANDAN_DATA");
  });

  it("is not stopped by an interrupt at the terminal of its starter", async () => {
    const server = await start();
    try {
      const pid = Number(readFileSync(join(home(), "data/postmaster.pid"), "utf8").split("\n")[0]);
      const sessionOf = (process: number) =>
        execFileSync("sh", ["-c", `cut -d ' ' -f 6 /proc/${process}/stat 2>/dev/null || ps -o sess= -p ${process}`], {
          encoding: "utf8",
        }).trim();
      expect(sessionOf(pid)).toMatch(/\S/);
      expect(sessionOf(pid)).not.toBe(sessionOf(process.pid));
    } finally {
      await server.stop();
    }
  });
});

describe("serverBinaries", () => {
  it("copies the programs once where the server's user can reach them", () => {
    const user = { name: "someone", uid: 65534, gid: 65534 };
    const real = join(serverBinaries(serverUser()), "..");
    const closed = join(dataFolder, "closed");
    mkdirSync(closed);
    cpSync(join(real, "../package.json"), join(closed, "package.json"));
    mkdirSync(join(closed, "native/bin"), { recursive: true });
    writeFileSync(join(closed, "native/bin/initdb"), "");
    chmodSync(closed, 0o700);
    if (process.getuid?.() !== 0) user.uid = -1;
    expect(closedFolder(join(closed, "native/bin"), user)).toBe(closed);
    const copy = serverBinaries(user, join(closed, "native"), join(dataFolder, "copies"));
    expect(copy.startsWith(join(dataFolder, "copies/postgresql-"))).toBe(true);
    writeFileSync(join(copy, "initdb"), "kept");
    expect(serverBinaries(user, join(closed, "native"), join(dataFolder, "copies"))).toBe(copy);
    expect(readFileSync(join(copy, "initdb"), "utf8")).toBe("kept");
  });
});
