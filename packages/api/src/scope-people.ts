import type { Role } from "@gandan/auth/roles";
import type { TestDatabase } from "@gandan/db/test-database";

/** A Monday at noon in Viet Nam. */
export const NOW = new Date("2026-11-23T05:00:00Z");
export const STAFF = "00000000-0000-7000-8000-0000000000aa";
/** Works in every unit beside {@link STAFF}. */
export const COLLEAGUE = "00000000-0000-7000-8000-0000000000bb";

/** Name and phone number of the citizen of all dossiers of a world. */
export const citizenOf = (name: string) => `CITIZEN-${name}-NEZITIC`;
export const CITIZENS_PHONE = "0900000000";

/** {@link STAFF} with roles in a unit. */
export function unitCtx(database: TestDatabase, unitId: string, roles: readonly Role[]) {
  return {
    db: { app: database.app, oversight: database.oversight },
    actor: { staffId: STAFF, name: "Lê Văn L", roles: roles.map((role) => ({ unitId, role })) },
    unitId,
    now: NOW,
    language: "vi" as const,
  };
}
