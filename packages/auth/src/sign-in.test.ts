import { inUnit } from "@gandan/db/in-unit";
import { createTestDatabase, newUnit, type TestDatabase } from "@gandan/db/test-database";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";
import type { AppError } from "@gandan/model/error/app-error";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addStaff } from "./add-staff";
import { sessionHash } from "./lucia-adapter";
import { signIn } from "./sign-in";

const PASSWORD = "mật khẩu dài 14 chữ";
const now = new Date("2026-11-12T01:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let counter = 0;
async function newStaff() {
  const signInName = `officer${++counter}@quangtrung.vn`;
  const unitId = await newUnit(database.owner);
  const staffId = await addStaff(database.app, {
    signInName,
    name: "Lê Thị Bình",
    password: PASSWORD,
    roles: [{ unitId, role: "desk-officer", validFrom: "2024-01-01" }],
  });
  return { signInName, staffId, unitId };
}

const attempt = (signInName: string, password: string, at = now) =>
  signIn({ app: database.app, now: at }, { signInName, password, userAgent: "Firefox", address: "10.0.0.1" });

const wrong = { code: "UNAUTHORIZED", key: "session.wrongPassword" };

describe("signIn", () => {
  it("opens a session and keeps only the hash of its id", async () => {
    const { signInName, staffId } = await newStaff();
    const opened = await attempt(` ${signInName.toUpperCase()} `, PASSWORD);
    expect(opened.staffId).toBe(staffId);
    const rows = await database.root`select id_hash, user_agent, address from session where staff_id = ${staffId}`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id_hash: sessionHash(opened.sessionId), user_agent: "Firefox", address: "10.0.0.1" },
    ]);
    const everything = await database.root`select s::text as text from session s union all select s::text from staff s`;
    expect(everything.some(({ text }) => text.includes(opened.sessionId) || text.includes(PASSWORD))).toBe(false);
  });

  it("clears away the person's sessions that have ended", async () => {
    const { signInName, staffId } = await newStaff();
    await attempt(signInName, PASSWORD);
    const { sessionId } = await attempt(signInName, PASSWORD, new Date(Date.now() + 13 * 3_600_000));
    const rows = await database.root`select id_hash from session where staff_id = ${staffId}`;
    expect(rows.map((row) => row.id_hash)).toEqual([sessionHash(sessionId)]);
  });

  it("keeps passwords as argon2id, 19 MiB, two passes", async () => {
    const { staffId } = await newStaff();
    const [row] = await database.root`select password_hash from staff where id = ${staffId}`;
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("tells a wrong password and an unknown or disabled person alike", async () => {
    const { signInName, staffId } = await newStaff();
    await expect(attempt(signInName, `${PASSWORD}!`)).rejects.toMatchObject(wrong);
    await expect(attempt("nobody", PASSWORD)).rejects.toMatchObject(wrong);
    await database.root`update staff set disabled_at = now() where id = ${staffId}`;
    await expect(attempt(signInName, PASSWORD)).rejects.toMatchObject(wrong);
  });

  it("locks after five failures in a row, for 15 minutes", async () => {
    const { signInName } = await newStaff();
    for (let n = 0; n < 4; n++) await expect(attempt(signInName, "wrong")).rejects.toMatchObject(wrong);
    const locked = { code: "TOO_MANY", key: "session.locked" };
    await expect(attempt(signInName, "wrong")).rejects.toMatchObject({ ...locked, details: { minutes: 15 } });
    await expect(attempt(signInName, PASSWORD, later(3))).rejects.toMatchObject({
      ...locked,
      details: { minutes: 12 },
    });
    await expect(attempt(signInName, "wrong", later(15))).rejects.toMatchObject(wrong);
    await attempt(signInName, PASSWORD, later(15));
  });

  it("begins to count anew after a success", async () => {
    const { signInName } = await newStaff();
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++) await expect(attempt(signInName, "wrong")).rejects.toMatchObject(wrong);
      await attempt(signInName, PASSWORD);
    }
  });

  it("lets no more than five guesses through when they come at once", async () => {
    const { signInName } = await newStaff();
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => attempt(signInName, "wrong").catch((error: AppError) => error.key)),
    );
    expect(guesses.filter((key) => key === "session.wrongPassword")).toHaveLength(4);
    expect(guesses.filter((key) => key === "session.locked")).toHaveLength(8);
  });

  it("is written down in the operator's audit log", async () => {
    const { signInName, staffId } = await newStaff();
    await attempt(signInName, PASSWORD);
    const rows = await inUnit(
      { db: { app: database.app }, unitId: OPERATOR_UNIT_ID },
      (_tx, sql) => sql`
      select action, actor from audit_log where subject = ${staffId}`,
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([{ action: "session.sign-in", actor: staffId }]);
  });
});

describe("addStaff", () => {
  it("refuses a password under 14 characters", async () => {
    const staff = { signInName: "short", name: "A", password: "mười-ba-ký-tự", roles: [] };
    await expect(addStaff(database.app, staff)).rejects.toMatchObject({
      code: "INVALID",
      key: "session.passwordLength",
      details: { min: 14 },
    });
  });

  it("changes nothing but what is new the second time", async () => {
    const { signInName, staffId, unitId } = await newStaff();
    const again = await addStaff(database.app, {
      signInName,
      name: "Lê Thị Bình",
      password: "một mật khẩu khác hẳn",
      roles: [
        { unitId, role: "desk-officer", validFrom: "2024-01-01" },
        { unitId, role: "model-keeper", validFrom: "2025-01-01" },
      ],
    });
    expect(again).toBe(staffId);
    await attempt(signInName, PASSWORD);
    const roles = await database.root`select role from staff_role where staff_id = ${staffId} order by role`;
    expect(roles.map(({ role }) => role)).toEqual(["desk-officer", "model-keeper"]);
  });
});
