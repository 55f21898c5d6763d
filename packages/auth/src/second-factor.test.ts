import { randomBytes } from "node:crypto";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "./add-staff";
import { changePassword } from "./change-password";
import type { Role } from "./roles";
import {
  beginFactor,
  confirmFactor,
  type FactorCtx,
  readFactor,
  removeFactor,
  renewRecoveryCodes,
  resetFactor,
  signInByCode,
} from "./second-factor";
import { readSession } from "./session";
import { signIn } from "./sign-in";
import type { SignInPolicy } from "./sign-in-policy";

const PASSWORD = "mật khẩu dài 14 chữ";
const START = new Date();
/** Each step of a test in a half minute of its own, as one code counts once. */
const later = (halfMinutes: number) => new Date(START.getTime() + halfMinutes * 30_000);
const policy: SignInPolicy = { secondFactor: "offered", idleMinutes: 30, key: randomBytes(32) };
const strict: SignInPolicy = { ...policy, secondFactor: "required" };

let database: TestDatabase;
let unitId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  unitId = await newUnit(database.owner);
});
afterAll(() => database.drop());

let counter = 0;
async function newStaff(role: Role = "desk-officer") {
  const signInName = `tf${++counter}`;
  const staffId = await addStaff(database.app, {
    signInName,
    name: "Trần Văn Nam",
    password: PASSWORD,
    roles: [{ unitId, role, validFrom: "2024-01-01" }],
  });
  return { signInName, staffId };
}

const open = (signInName: string, now = START) =>
  signIn({ app: database.app, now }, { signInName, password: PASSWORD });

async function ctxOf(sessionId: string, now = START, under = policy): Promise<FactorCtx> {
  const found = await readSession(database.app, under, sessionId, now);
  if (!found) throw new Error("no session");
  return { app: database.app, policy: under, who: found.who, now };
}

const codeAt = (secret: string, now: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

/** A person with a second factor since the start, with its secret and recovery codes. */
async function enrolled(role?: Role) {
  const person = await newStaff(role);
  const { sessionId } = await open(person.signInName);
  const ctx = await ctxOf(sessionId);
  await beginFactor(ctx);
  const { secret } = (await readFactor(ctx)).pending!;
  const codes = await confirmFactor(ctx, codeAt(secret, START));
  return { ...person, ctx, secret, codes };
}

/** Signs in with the password and answers with a code. */
async function answer(signInName: string, code: string, now: Date) {
  const { sessionId } = await open(signInName, now);
  const ctx = await ctxOf(sessionId, now);
  return signInByCode({ ...ctx, userAgent: "Firefox", address: null }, code);
}

const gateOf = async (sessionId: string, now: Date, under = policy) =>
  (await readSession(database.app, under, sessionId, now))?.gate;
const actions = async (staffId: string) =>
  (await database.root`select action from audit_log where subject = ${staffId} order by seq`).map(
    ({ action }) => action,
  );
const wrong = { code: "UNAUTHORIZED", key: "session.secondFactor" };

describe("setting up", () => {
  it("takes a code of the new secret and gives ten recovery codes", async () => {
    const { staffId, ctx, codes, secret } = await enrolled();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await readFactor(ctx)).toEqual({ since: START, codesLeft: 10, required: false, pending: null });
    expect(await actions(staffId)).toEqual(["session.sign-in", "second-factor.enrol"]);
    await expect(beginFactor(ctx)).rejects.toMatchObject({ code: "CONFLICT", key: "session.factorThere" });
    const stored = await database.root`
      select f::text as text from second_factor f union all select c::text from recovery_code c
      union all select a::text from audit_log a`;
    for (const { text } of stored) {
      expect(text).not.toContain(secret);
      for (const code of codes) expect(text).not.toContain(code.replaceAll("-", ""));
    }
  });

  it("puts nothing in force for a wrong code", async () => {
    const { signInName } = await newStaff();
    const { sessionId } = await open(signInName);
    const ctx = await ctxOf(sessionId);
    await expect(confirmFactor(ctx, "123456")).rejects.toMatchObject({ code: "CONFLICT" });
    await beginFactor(ctx);
    const { secret } = (await readFactor(ctx)).pending!;
    const never = codeAt(secret, later(100));
    await expect(confirmFactor(ctx, never)).rejects.toMatchObject({ code: "INVALID", key: "session.wrongCode" });
    expect((await open(signInName)).codeDue).toBe(false);
  });
});

describe("signing in with a second factor", () => {
  it("opens nothing before the code, and a session of another id after it", async () => {
    const { signInName, secret } = await enrolled();
    const now = later(4);
    const first = await open(signInName, now);
    expect(first.codeDue).toBe(true);
    expect(await gateOf(first.sessionId, now)).toBe("code");
    const ctx = await ctxOf(first.sessionId, now);
    const opened = await signInByCode({ ...ctx, userAgent: null, address: null }, codeAt(secret, now));
    expect(opened.sessionId).not.toBe(first.sessionId);
    expect(await gateOf(opened.sessionId, now)).toBeNull();
    expect(await gateOf(first.sessionId, now)).toBeUndefined();
  });

  it("takes no code twice, nor an older one after it", async () => {
    const { signInName, secret } = await enrolled();
    // The code of setting up is used, too.
    await expect(answer(signInName, codeAt(secret, START), START)).rejects.toMatchObject(wrong);
    await answer(signInName, codeAt(secret, later(5)), later(5));
    await expect(answer(signInName, codeAt(secret, later(5)), later(5))).rejects.toMatchObject(wrong);
    await expect(answer(signInName, codeAt(secret, later(4)), later(5))).rejects.toMatchObject(wrong);
    await answer(signInName, codeAt(secret, later(6)), later(6));
  });

  it("takes one code once when it comes many times at once", async () => {
    const { signInName, secret } = await enrolled();
    const now = later(4);
    const code = codeAt(secret, now);
    const ctxs = await Promise.all([1, 2, 3].map(async () => ctxOf((await open(signInName, now)).sessionId, now)));
    const done = await Promise.allSettled(
      ctxs.map((ctx) => signInByCode({ ...ctx, userAgent: "", address: "" }, code)),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("forgets a session that waits for its code for ten minutes", async () => {
    const { signInName } = await enrolled();
    const { sessionId } = await open(signInName, later(1));
    expect(await gateOf(sessionId, later(20))).toBe("code");
    expect(await gateOf(sessionId, later(21))).toBeUndefined();
  });

  it("locks the account at the fifth wrong code, right passwords in between or not", async () => {
    const { signInName, secret, staffId } = await enrolled();
    const now = later(4);
    for (let n = 0; n < 4; n++) await expect(answer(signInName, "000000", now)).rejects.toMatchObject(wrong);
    await expect(answer(signInName, "000000", now)).rejects.toMatchObject({ code: "TOO_MANY", key: "session.locked" });
    await expect(open(signInName, now)).rejects.toMatchObject({ code: "TOO_MANY", key: "session.locked" });
    expect((await actions(staffId)).at(-1)).toBe("session.lock");
    await answer(signInName, codeAt(secret, later(40)), later(40));
  });

  it("counts wrong passwords and wrong codes together", async () => {
    const { signInName } = await enrolled();
    const now = later(4);
    const attempt = (password: string) => signIn({ app: database.app, now }, { signInName, password });
    for (let n = 0; n < 3; n++) await expect(attempt("sai")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(answer(signInName, "000000", now)).rejects.toMatchObject(wrong);
    await expect(attempt("sai")).rejects.toMatchObject({ code: "TOO_MANY" });
  });
});

describe("recovery codes", () => {
  it("open once each, however they are typed", async () => {
    const { signInName, codes, ctx } = await enrolled();
    const now = later(4);
    await answer(signInName, ` ${codes[0]!.toUpperCase().replaceAll("-", " ")} `, now);
    await expect(answer(signInName, codes[0]!, now)).rejects.toMatchObject(wrong);
    await answer(signInName, codes[1]!, now);
    expect((await readFactor({ ...ctx, now })).codesLeft).toBe(8);
  });

  it("are another person's nowhere", async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    await expect(answer(one.signInName, two.codes[0]!, later(4))).rejects.toMatchObject(wrong);
  });

  it("are void once there is a new set", async () => {
    const { signInName, codes, ctx, secret, staffId } = await enrolled();
    const now = later(4);
    await expect(renewRecoveryCodes({ ...ctx, now }, "000000")).rejects.toMatchObject(wrong);
    const fresh = await renewRecoveryCodes({ ...ctx, now }, codeAt(secret, now));
    await expect(answer(signInName, codes[0]!, now)).rejects.toMatchObject(wrong);
    await answer(signInName, fresh[0]!, now);
    expect(await actions(staffId)).toContain("second-factor.new-codes");
  });
});

describe("turning it off", () => {
  it("needs code and password", async () => {
    const { signInName, ctx, secret, staffId } = await enrolled();
    const off = (password: string, code: string, n: number) =>
      removeFactor({ ...ctx, now: later(n) }, { password, code });
    await expect(off(PASSWORD, "000000", 4)).rejects.toMatchObject(wrong);
    await expect(off("sai", codeAt(secret, later(5)), 5)).rejects.toMatchObject({ key: "session.wrongPassword" });
    expect((await open(signInName, later(6))).codeDue).toBe(true);
    await off(PASSWORD, codeAt(secret, later(7)), 7);
    expect((await open(signInName, later(8))).codeDue).toBe(false);
    expect((await actions(staffId)).filter((each) => each.startsWith("second"))).toEqual([
      "second-factor.enrol",
      "second-factor.remove",
    ]);
  });

  it("is refused where it is required", async () => {
    const { ctx, secret } = await enrolled("chairman");
    const now = later(4);
    const attempt = removeFactor({ ...ctx, policy: strict, now }, { password: PASSWORD, code: codeAt(secret, now) });
    await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN", key: "session.factorRequired" });
  });
});

describe("where it is required", () => {
  it.each([
    ["chairman", "enrol"],
    ["administrator", "enrol"],
    ["operator", "enrol"],
    ["desk-officer", null],
    ["mttq", null],
  ] as const)("a %s without one may do: %s", async (role, gate) => {
    const { signInName } = await newStaff(role);
    const { sessionId } = await open(signInName);
    expect(await gateOf(sessionId, START, strict)).toBe(gate);
    expect(await gateOf(sessionId, START, policy)).toBeNull();
  });

  it("opens as soon as one is set up", async () => {
    const { signInName } = await newStaff("chairman");
    const { sessionId } = await open(signInName);
    const ctx = await ctxOf(sessionId, START, strict);
    await beginFactor(ctx);
    expect(await gateOf(sessionId, START, strict)).toBe("enrol");
    const { pending, required } = await readFactor(ctx);
    expect(required).toBe(true);
    await confirmFactor(ctx, codeAt(pending!.secret, START));
    expect(await gateOf(sessionId, START, strict)).toBeNull();
  });
});

it("is taken off an account whose phone is lost: sessions end, and it says who did it", async () => {
  const { signInName, staffId, ctx } = await enrolled();
  expect(await resetFactor(database.app, staffId, "operator", later(2))).toBe(true);
  expect(await resetFactor(database.app, staffId, "operator", later(2))).toBe(false);
  expect((await open(signInName, later(3))).codeDue).toBe(false);
  const [row] = await database.root`
    select actor, details from audit_log where subject = ${staffId} and action = 'second-factor.reset'`;
  expect(row).toMatchObject({ actor: "operator", details: { sessions: [ctx.who.handle] } });
});

it("lets the password be changed by the one in force only, and ends the other sessions", async () => {
  const { signInName, staffId } = await newStaff();
  const [here, other] = [await open(signInName), await open(signInName)];
  const { who } = await ctxOf(here.sessionId);
  const change = (current: string, next: string) => changePassword(database.app, who, { current, next }, START);
  await expect(change("sai", "mật khẩu mới rất dài")).rejects.toMatchObject({ key: "session.wrongPassword" });
  await expect(change(PASSWORD, "ngắn")).rejects.toMatchObject({ key: "session.passwordLength" });
  await change(PASSWORD, "mật khẩu mới rất dài");
  await expect(open(signInName)).rejects.toMatchObject({ key: "session.wrongPassword" });
  expect(await gateOf(here.sessionId, START)).toBeNull();
  expect(await gateOf(other.sessionId, START)).toBeUndefined();
  expect(await actions(staffId)).toContain("password.change");
});
