import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "./add-staff";
import { checkOrigin } from "./check-origin";
import { sessionHash } from "./lucia-adapter";
import { endOtherSessions, endSession, listSessions, readSessionCookie, validateSession } from "./session";
import { isLoopback, sessionCookie } from "./session-cookie";
import { signIn } from "./sign-in";

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
const validate = (id: string) => validateSession(database.app, id, now);

describe("validateSession", () => {
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
