import { addStaff } from "@gandan/auth/add-staff";
import type { Role } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { newUnit, type TestDatabase } from "@gandan/db/test-database";
import { addPerson as addInput } from "@gandan/model/staff/staff-inputs";
import { moment } from "../dossier/dossier-test-unit";

export const NOW = moment("2026-11-23T10:00");
export const PASSWORD = "mật khẩu dài 14 chữ";
export const FORBIDDEN = { code: "FORBIDDEN", key: "session.forbidden" };
/** Everybody who works in a unit. */
export const ALL = { q: "", role: "", state: "working", page: 1 } as const;

let counter = 0;
const nameOf = () => `nguoi${++counter}`;

/** Somebody who acts in a unit in a role. */
export function staffCtx(database: TestDatabase, unitId: string, staffId: string, role: Role): UnitCtx {
  return {
    db: database,
    actor: { staffId, name: "Lê Văn L", roles: [{ unitId, role }] },
    unitId,
    now: NOW,
    language: "vi",
  };
}

/** A unit with a chairman who acts, and an administrator. */
export async function newOffice(database: TestDatabase) {
  const unitId = await newUnit(database.owner, { name: "Xã Mường Bú" });
  const add = (role: Role, name: string) =>
    addStaff(database.app, {
      signInName: nameOf(),
      name,
      password: PASSWORD,
      roles: [{ unitId, role, validFrom: "2024-01-01" }],
    });
  const chairmanId = await add("chairman", "Lê Văn Chủ");
  const adminId = await add("administrator", "Trần Thị Quản");
  const ctx = (staffId: string, role: Role) => staffCtx(database, unitId, staffId, role);
  return {
    unitId,
    chairmanId,
    adminId,
    chairman: ctx(chairmanId, "chairman"),
    admin: ctx(adminId, "administrator"),
    officer: ctx(crypto.randomUUID(), "desk-officer"),
    add,
  };
}

/** The form of somebody new, filled in. */
export const filled = (more: object = {}) =>
  addInput.parse({ name: "Nguyễn Thị An", signInName: nameOf(), role: "desk-officer", from: "2026-11-23", ...more });

/** What the log of a unit says was done, in its order. */
export async function actionsOf(database: TestDatabase, unitId: string): Promise<string[]> {
  const rows = await database.root<{ action: string }[]>`
    select action from audit_log where unit_id = ${unitId} order by seq`;
  return rows.map(({ action }) => action);
}
