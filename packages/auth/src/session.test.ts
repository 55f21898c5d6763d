import { randomBytes } from "node:crypto";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "./add-staff";
import { checkOrigin } from "./check-origin";
import { sessionHash } from "./lucia-adapter";
import { endOtherSessions, endSession, listSessions, readSession, readSessionCookie, unlockSession } from "./session";
import { isLoopback, sessionCookie } from "./session-cookie";
import { signIn } from "./sign-in";
import type { SignInPolicy } from "./sign-in-policy";

const PASSWORD = "mật khẩu dài 14 chữ";
const now = new Date();

let database: TestDatabase;
let unitId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  unitId = await newUnit(database.owner);
});
afterAll(() => database.drop());

let counter = 0;
async function newStaff() {
  const signInName = `s${++counter}`;
  const staffId = await addStaff(database.app, {
    signInName,
    name: "Trần Văn Nam",
    password: PASSWORD,
    roles: [
      { unitId, role: "chairman", validFrom: "2024-01-01" },
      { unitId, role: "desk-officer", validFrom: "2023-01-01", validTo: "2024-01-01" },
      { unitId, role: "mttq", validFrom: "2999-01-01" },
    ],
  });
  return { signInName, staffId };
}
const open = async (signInName: string) =>
  (await signIn({ app: database.app, now }, { signInName, password: PASSWORD })).sessionId;
const policy: SignInPolicy = { secondFactor: "offered", idleMinutes: 30, key: randomBytes(32) };
const validate = async (id: string) => (await readSession(database.app, policy, id, now))?.who ?? null;

describe("readSession", () => {
  it("gives the person with the roles of the day", async () => {
    const { signInName, staffId } = await newStaff();
    const id = await open(signInName);
    expect(await validate(id)).toEqual({
      actor: { staffId, name: "Trần Văn Nam", roles: [{ unitId, role: "chairman" }] },
      language: "vi",
      handle: sessionHash(id),
      expiresAt: expect.any(Date),
      renewed: false,
    });
  });

  it("knows neither a made-up id, nor the hash in the database", async () => {
    const { signInName } = await newStaff();
    const id = await open(signInName);
    expect(await validate("abcdef")).toBeNull();
    expect(await validate(sessionHash(id))).toBeNull();
  });

  it("ends with its time and with the account", async () => {
    const { signInName, staffId } = await newStaff();
    const [expired, disabled] = [await open(signInName), await open(signInName)];
    await database.root`update session set expires_at = now() where id_hash = ${sessionHash(expired)}`;
    expect(await validate(expired)).toBeNull();
    expect(await validate(disabled)).not.toBeNull();
    await database.root`update staff set disabled_at = now() where id = ${staffId}`;
    expect(await validate(disabled)).toBeNull();
  });

  it("prolongs a session half of which has passed", async () => {
    const { signInName } = await newStaff();
    const id = await open(signInName);
    await database.root`update session set expires_at = now() + interval '5 hours' where id_hash = ${sessionHash(id)}`;
    const renewed = await validate(id);
    expect(renewed?.renewed).toBe(true);
    expect(renewed!.expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
    expect((await validate(id))?.renewed).toBe(false);
  });
});

describe("a session that was left alone", () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const at = (id: string, seconds: number) => readSession(database.app, policy, id, later(seconds));
  const MINUTES = 60;

  it("is locked from the minute on that the installation says, and no request opens it", async () => {
    const { signInName } = await newStaff();
    const id = await open(signInName);
    expect((await at(id, 30 * MINUTES - 1))?.gate).toBeNull();
    // The request of just before counted: half an hour from there.
    expect((await at(id, 30 * MINUTES + 5))?.gate).toBeNull();
    expect((await at(id, 60 * MINUTES - 2))?.gate).toBeNull();
    for (const minutes of [91, 92, 200]) expect((await at(id, minutes * MINUTES))?.gate).toBe("idle");
  });

  it("opens by the password, at the same session, which is written down", async () => {
    const { signInName, staffId } = await newStaff();
    const id = await open(signInName);
    const locked = (await at(id, 31 * MINUTES))!;
    await expect(unlockSession(database.app, locked.who, "sai", later(31 * MINUTES))).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      key: "session.wrongPassword",
    });
    expect((await at(id, 31 * MINUTES))?.gate).toBe("idle");
    await unlockSession(database.app, locked.who, PASSWORD, later(32 * MINUTES));
    expect(await at(id, 33 * MINUTES)).toMatchObject({ gate: null, who: { handle: locked.who.handle } });
    const rows = await database.root`select action, details from audit_log where subject = ${staffId} order by seq`;
    expect(rows.map(({ action }) => action)).toEqual(["session.sign-in", "session.unlock"]);
  });

  it("counts wrong passwords as those of signing in: the fifth locks the account", async () => {
    const { signInName } = await newStaff();
    const id = await open(signInName);
    const { who } = (await at(id, 31 * MINUTES))!;
    const attempt = (password: string) => unlockSession(database.app, who, password, later(31 * MINUTES));
    for (let n = 0; n < 4; n++) await expect(attempt("sai")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(attempt("sai")).rejects.toMatchObject({ code: "TOO_MANY", key: "session.locked" });
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "TOO_MANY", key: "session.locked" });
  });
});

it("knows nobody whose every role has ended", async () => {
  const staffId = await addStaff(database.app, {
    signInName: "da-nghi",
    name: "Trần Văn Nam",
    password: PASSWORD,
    roles: [{ unitId, role: "desk-officer", validFrom: "2023-01-01" }],
  });
  const id = await open("da-nghi");
  expect(await validate(id)).not.toBeNull();
  await database.root`update staff_role set valid_to = '2024-01-01' where staff_id = ${staffId}`;
  expect(await validate(id)).toBeNull();
});

describe("sessions of a person", () => {
  it("are listed, and ended by their owner only", async () => {
    const [mine, other] = [await newStaff(), await newStaff()];
    const [first, second, third] = [
      await open(mine.signInName),
      await open(mine.signInName),
      await open(mine.signInName),
    ];
    const theirs = await open(other.signInName);
    const who = (await validate(first))!;
    const list = await listSessions(database.app, who, now);
    expect(new Set(list.map((entry) => entry.handle))).toEqual(new Set([first, second, third].map(sessionHash)));
    expect(list.filter((entry) => entry.current).map((entry) => entry.handle)).toEqual([sessionHash(first)]);

    expect(await endSession(database.app, who, sessionHash(theirs), now)).toBe(false);
    expect(await validate(theirs)).not.toBeNull();
    expect(await endSession(database.app, who, sessionHash(second), now)).toBe(true);
    expect(await validate(second)).toBeNull();

    expect(await endOtherSessions(database.app, who, now)).toBe(1);
    expect(await validate(third)).toBeNull();
    expect(await validate(first)).not.toBeNull();
    expect(await validate(theirs)).not.toBeNull();
  });
});

describe("sessionCookie", () => {
  it("is HttpOnly, SameSite=Lax, and Secure except on the machine itself", () => {
    const cookie = sessionCookie(database.app, "abc", "commune.example.vn");
    expect(cookie).toMatch(/^gandan_session=abc; /);
    expect(cookie.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/", "Secure"]));
    expect(sessionCookie(database.app, "abc", "127.0.0.1:3100")).not.toContain("Secure");
    expect(sessionCookie(database.app, null, "localhost")).toMatch(/^gandan_session=; .*Max-Age=0/);
    expect(readSessionCookie(database.app, "x=1; gandan_session=abc")).toBe("abc");
    expect(readSessionCookie(database.app, null)).toBeNull();
  });

  it.each([
    ["localhost:3100", true],
    ["127.0.0.1", true],
    ["[::1]:3200", true],
    ["localhost.example.vn", false],
    ["127.0.0.1.example.vn", false],
    ["10.0.0.1:3100", false],
  ])("takes %s for the machine itself: %s", (host, expected) => expect(isLoopback(host)).toBe(expected));
});

describe("checkOrigin", () => {
  const request = (method: string, headers: Record<string, string>) => ({ method, headers: new Headers(headers) });

  it.each([
    ["GET", {}],
    ["POST", { origin: "https://commune.example.vn", host: "commune.example.vn" }],
    ["POST", { origin: "http://127.0.0.1:3100", host: "127.0.0.1:3100" }],
    ["POST", { host: "commune.example.vn", "sec-fetch-site": "same-origin" }],
  ])("lets %s %o through", (method, headers) => expect(() => checkOrigin(request(method, headers))).not.toThrow());

  it.each([
    ["POST", { origin: "https://evil.example", host: "commune.example.vn" }],
    ["POST", { origin: "null", host: "commune.example.vn" }],
    ["POST", { host: "commune.example.vn" }],
    ["DELETE", { host: "commune.example.vn", "sec-fetch-site": "cross-site" }],
  ])("refuses %s %o", (method, headers) =>
    expect(() => checkOrigin(request(method, headers))).toThrow("FORBIDDEN session.foreignOrigin"),
  );
});
