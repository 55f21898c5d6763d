import { addStaff } from "@gandan/auth/add-staff";
import type { Role } from "@gandan/auth/roles";
import type { SignInPolicy } from "@gandan/auth/sign-in-policy";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { beginRequest } from "@gandan/services/session/request-ctx";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaller, rootRouter } from "./root.router";

const PASSWORD = "mật khẩu dài 14 chữ";
const START = new Date();
const policy: SignInPolicy = { secondFactor: "required", idleMinutes: 30, key: Buffer.alloc(32, 3) };

let database: TestDatabase;
let unitId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  unitId = await newUnit(database.owner);
});
afterAll(() => database.drop());

let counter = 0;
async function newPerson(role: Role) {
  const signInName = `cong${++counter}`;
  await addStaff(database.app, {
    signInName,
    name: "Lê Văn L",
    password: PASSWORD,
    roles: [{ unitId, role, validFrom: "2024-01-01" }],
  });
  return signInName;
}

/** A browser: keeps its cookie, and asks at minutes after the start. */
function browser() {
  let cookie = "";
  const at = async (minutes: number) => {
    const now = new Date(START.getTime() + minutes * 60_000);
    const parts = { host: "localhost", userAgent: null, address: null, language: null, usualLanguage: "vi" as const };
    return createCaller(await beginRequest({ db: database, policy }, now, { ...parts, cookie }));
  };
  const keep = ({ setCookie }: { setCookie: string }) => {
    cookie = setCookie.split(";")[0] ?? "";
  };
  return { at, keep };
}

const codeAt = (secret: string, minutes: number) =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) }).generate({
    timestamp: START.getTime() + minutes * 60_000,
  });

const expired = { code: "UNAUTHORIZED", cause: { key: "session.expired" } };
const OPEN_TO_ANYONE = [
  "session.signIn",
  "session.signOut",
  "session.passwordLink",
  "session.setPassword",
  "letter.verify",
  "feedback.admit",
  "feedback.begin",
  "feedback.send",
  "feedback.follow",
  "feedback.followPhoto",
  "feedback.solve",
  "feedback.reopen",
  "feedback.removeContact",
  "board.read",
  "lookUp.find",
  "lookUp.read",
  "public.units",
  "public.directory",
  "public.host",
  "petition.admit",
  "petition.page",
  "petition.submit",
  "petition.follow",
  "public.unit",
  "public.seal",
  "public.promise",
  "publication.published",
  "publication.publishedOne",
  "publication.publishedPaper",
  "public.procedures",
  "public.procedure",
  "public.results",
  "public.documents",
  "public.plan",
  "public.contact",
  "surveyResult.public",
  "surveyAnswer.atPoint",
  "surveyAnswer.byToken",
  "surveyAnswer.answerAtPoint",
  "surveyAnswer.answerByToken",
  "surveyAnswer.answerOnTablet",
];

/** Procedures that answer with anything but "sign in" to a caller, whatever they are sent. */
async function answering(caller: ReturnType<typeof createCaller>): Promise<string[]> {
  const areas = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  const answered: string[] = [];
  for (const path of Object.keys(rootRouter._def.procedures)) {
    const [area = "", name = ""] = path.split(".");
    if (OPEN_TO_ANYONE.includes(path)) continue;
    const refusal = await areas[area]?.[name]?.({ unitId }).then(
      () => "",
      (error: { code: string; message: string }) => `${error.code} ${error.message}`,
    );
    if (refusal !== "UNAUTHORIZED session.expired") answered.push(path);
  }
  return answered;
}

describe("before a gate nothing else answers", () => {
  it("when a chairman has no second factor: only setting it up", async () => {
    const { at, keep } = browser();
    keep(await (await at(0)).session.signIn({ signInName: await newPerson("chairman"), password: PASSWORD }));
    expect(await answering(await at(0))).toEqual(["session.factor", "session.beginFactor", "session.confirmFactor"]);
    const caller = await at(0);
    const { pending } = await caller.session.factor();
    await caller.session.confirmFactor({ code: codeAt(pending!.secret, 0) });
    expect((await (await at(0)).unit.mine()).map(({ id }) => id)).toEqual([unitId]);
  });

  it("when the code of the second factor is to come: only the code", async () => {
    const signInName = await newPerson("desk-officer");
    const { at, keep } = browser();
    keep(await (await at(0)).session.signIn({ signInName, password: PASSWORD }));
    const caller = await at(0);
    await caller.session.beginFactor();
    const { pending } = await caller.session.factor();
    await caller.session.confirmFactor({ code: codeAt(pending!.secret, 0) });
    const again = await (await at(1)).session.signIn({ signInName, password: PASSWORD });
    expect(again.codeDue).toBe(true);
    keep(again);
    expect(await answering(await at(1))).toEqual(["session.answerCode"]);
    keep(await (await at(1)).session.answerCode({ code: codeAt(pending!.secret, 1) }));
    expect(await (await at(1)).session.list()).toHaveLength(2);
  });

  it("after half an hour without a request: only the password, and keeping what was sent", async () => {
    const { at, keep } = browser();
    keep(await (await at(0)).session.signIn({ signInName: await newPerson("desk-officer"), password: PASSWORD }));
    await (await at(29)).unit.mine();
    await (await at(58)).unit.mine();
    expect(await answering(await at(88))).toEqual(["session.unlock", "session.holdForm"]);
    const form = { address: "/u/x/dossiers/new", fields: [["name", "Nguyễn Thị Ánh"]] as [string, string][] };
    await (await at(89)).session.holdForm(form);
    await expect((await at(90)).session.unlock({ password: "sai" })).rejects.toMatchObject({
      cause: { key: "session.wrongPassword" },
    });
    await expect((await at(90)).session.heldForm()).rejects.toMatchObject(expired);
    await (await at(91)).session.unlock({ password: PASSWORD });
    expect(await (await at(91)).session.heldForm()).toMatchObject(form);
    const rows = await database.root`select h::text as text from held_form h`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.text).not.toContain("Nguy");
    await (await at(92)).session.dropHeldForm();
    expect(await (await at(92)).session.heldForm()).toBeNull();
  });

  it("lets go of what was held with the session", async () => {
    const { at, keep } = browser();
    keep(await (await at(0)).session.signIn({ signInName: await newPerson("desk-officer"), password: PASSWORD }));
    await (await at(31)).session.holdForm({ address: "/", fields: [["a", "b"]] });
    await (await at(32)).session.signOut();
    expect(await database.root`select 1 from held_form`).toHaveLength(0);
    await expect((await at(32)).session.unlock({ password: PASSWORD })).rejects.toMatchObject(expired);
  });
});
