import { addStaff } from "@gandan/auth/add-staff";
import { signInPolicy } from "@gandan/auth/sign-in-policy";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOtherSessions, endSession, readSessions } from "./manage-sessions";
import { beginRequest, type RequestCtx, unitCtxOf } from "./request-ctx";
import { signInPerson, signOutPerson } from "./sign-in-person";

const policy = signInPolicy({
  GANDAN_SECOND_FACTOR: "offered",
  GANDAN_SECRET_KEY: Buffer.alloc(32, 7).toString("base64"),
});
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
async function newPerson(language: "vi" | "en" = "vi") {
  const signInName = `person${++counter}`;
  const staffId = await addStaff(database.app, {
    signInName,
    name: "Trần Văn Nam",
    password: PASSWORD,
    language,
    roles: [{ unitId, role: "desk-officer", validFrom: "2024-01-01" }],
  });
  return { signInName, staffId };
}

function request(cookie: string | null, chosen: "vi" | "en" | null = null): Promise<RequestCtx> {
  return beginRequest({ db: database, policy }, now, {
    cookie,
    host: "commune.example.vn",
    userAgent: "Firefox",
    address: "10.0.0.7",
    language: chosen,
    usualLanguage: "vi",
  });
}

/** What a browser would send after a Set-Cookie header. */
const kept = ({ setCookie }: { setCookie: string }) => setCookie.split(";")[0]!;
const signedIn = async (cookie: string) => {
  const ctx = await request(cookie);
  if (!ctx.session) throw new Error("no session");
  return { ...ctx, session: ctx.session };
};
const open = async (signInName: string) =>
  kept(await signInPerson(await request(null), { signInName, password: PASSWORD }));
const audited = (staffId: string) =>
  database.root<{ action: string; actor: string; at: Date; details: { sessions?: string[] } }[]>`
    select action, actor, at, details from audit_log where unit_id = ${OPERATOR_UNIT_ID} and subject = ${staffId} order by seq`;

describe("signing in", () => {
  it("gives a cookie by which the next request knows the person and the roles", async () => {
    const { signInName, staffId } = await newPerson();
    const { setCookie } = await signInPerson(await request(null), {
      signInName: signInName.toUpperCase(),
      password: PASSWORD,
    });
    expect(setCookie.split("; ")).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Secure"]));
    const ctx = await signedIn(kept({ setCookie }));
    expect(ctx.session.actor).toEqual({ staffId, name: "Trần Văn Nam", roles: [{ unitId, role: "desk-officer" }] });
    expect(unitCtxOf(ctx, unitId)).toMatchObject({ unitId, actor: { staffId }, now, language: "vi" });
    expect(await audited(staffId)).toEqual([
      { action: "session.sign-in", actor: staffId, at: now, details: { sessions: [ctx.session.handle] } },
    ]);
    expect(setCookie).not.toContain(ctx.session.handle);
  });

  it("refuses a wrong password and an unknown name alike, and leaves no session", async () => {
    const { signInName, staffId } = await newPerson();
    const wrong = { code: "UNAUTHORIZED", key: "session.wrongPassword" };
    const ctx = await request(null);
    await expect(signInPerson(ctx, { signInName, password: `${PASSWORD}!` })).rejects.toMatchObject(wrong);
    await expect(signInPerson(ctx, { signInName: "nobody", password: PASSWORD })).rejects.toMatchObject(wrong);
    expect(await database.root`select 1 from session where staff_id = ${staffId}`).toHaveLength(0);
  });

  it("locks the account after five failures", async () => {
    const { signInName, staffId } = await newPerson();
    const ctx = await request(null);
    const attempt = (password: string) => signInPerson(ctx, { signInName, password });
    for (let i = 0; i < 4; i++) await expect(attempt("sai")).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(attempt("sai")).rejects.toMatchObject({ code: "TOO_MANY", key: "session.locked" });
    await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "TOO_MANY" });
    expect(await audited(staffId)).toMatchObject([{ action: "session.lock", details: {} }]);
  });
});

describe("beginRequest", () => {
  it("takes an unknown cookie for none", async () => {
    expect((await request(null)).session).toBeNull();
    expect((await request("gandan_session=made-up; x=1")).session).toBeNull();
    const ctx = await request("gandan_session=made-up");
    expect(() => unitCtxOf(ctx, unitId)).toThrow("UNAUTHORIZED session.expired");
  });

  it("speaks the language of the device, else of the person, else the usual one", async () => {
    const { signInName } = await newPerson("en");
    const cookie = await open(signInName);
    expect((await request(cookie)).language).toBe("en");
    expect((await request(cookie, "vi")).language).toBe("vi");
    expect((await request(null)).language).toBe("vi");
    expect((await request(null, "en")).language).toBe("en");
  });
});

describe("signing out", () => {
  it("ends this session only, forgets the cookie, and is written down once", async () => {
    const { signInName, staffId } = await newPerson();
    const [here, elsewhere] = [await open(signInName), await open(signInName)];
    const ctx = await signedIn(here);
    const { setCookie } = await signOutPerson(ctx);
    await signOutPerson(ctx);
    expect((await audited(staffId)).slice(2)).toEqual([
      { action: "session.sign-out", actor: staffId, at: now, details: { sessions: [ctx.session.handle] } },
    ]);
    expect(setCookie).toMatch(/^gandan_session=; .*Max-Age=0/);
    expect((await request(here)).session).toBeNull();
    expect((await request(elsewhere)).session).not.toBeNull();
  });

  it("does no harm without a session", async () => {
    expect((await signOutPerson(await request(null))).setCookie).toMatch(/Max-Age=0/);
  });
});

it("writes no token down: what browsers hold stands nowhere in the log", async () => {
  const { signInName, staffId } = await newPerson();
  const [here, other] = [await open(signInName), await open(signInName)];
  const ctx = await signedIn(here);
  await endOtherSessions(ctx);
  await signOutPerson(ctx);
  const rows = await database.root<{ text: string }[]>`
    select a::text as text from audit_log a where subject = ${staffId}`;
  expect(rows).toHaveLength(4);
  const tokens = [here, other].map((cookie) => cookie.split("=")[1]!);
  for (const { text } of rows) for (const token of tokens) expect(text).not.toContain(token);
});

describe("a person's sessions", () => {
  it("are listed with device and address, this one marked", async () => {
    const { signInName } = await newPerson();
    const [here] = [await open(signInName), await open(signInName)];
    const ctx = await signedIn(here);
    const sessions = await readSessions(ctx);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toMatchObject([
      { handle: ctx.session.handle, userAgent: "Firefox", address: "10.0.0.7" },
    ]);
  });

  it("are ended one by one, or all the others at once", async () => {
    const { signInName, staffId } = await newPerson();
    const [here, second, third, fourth] = await Promise.all([1, 2, 3, 4].map(() => open(signInName)));
    const ctx = await signedIn(here!);
    const handles = await Promise.all(
      [second!, third!, fourth!].map(async (id) => (await signedIn(id)).session.handle),
    );
    await endSession(ctx, handles[0]!);
    expect((await request(second!)).session).toBeNull();
    expect((await request(third!)).session).not.toBeNull();
    expect(await endOtherSessions(ctx)).toBe(2);
    expect((await request(third!)).session).toBeNull();
    expect((await request(fourth!)).session).toBeNull();
    expect((await readSessions(ctx)).map(({ current }) => current)).toEqual([true]);
    expect(await endOtherSessions(ctx)).toBe(0);
    const by = { actor: staffId, at: now, action: "session.end" };
    expect((await audited(staffId)).slice(4)).toEqual([
      { ...by, details: { sessions: handles.slice(0, 1) } },
      { ...by, details: { sessions: handles.slice(1).sort() } },
    ]);
  });

  it("are nobody else's: a stranger's handle is not found, and stays", async () => {
    const [mine, theirs] = [await open((await newPerson()).signInName), await open((await newPerson()).signInName)];
    const [ctx, stranger] = [await signedIn(mine), await signedIn(theirs)];
    const missing = { code: "NOT_FOUND", key: "session.notFound" };
    await expect(endSession(ctx, stranger.session.handle)).rejects.toMatchObject(missing);
    await expect(endSession(ctx, "made-up")).rejects.toMatchObject(missing);
    expect(await endOtherSessions(ctx)).toBe(0);
    expect((await request(theirs)).session).not.toBeNull();
    expect((await readSessions(ctx)).map(({ handle }) => handle)).toEqual([ctx.session.handle]);
    for (const { actor } of [ctx.session, stranger.session]) {
      expect((await audited(actor.staffId)).map(({ action }) => action)).toEqual(["session.sign-in"]);
    }
  });
});
