import type { UnitCtx } from "@gandan/auth/unit-context";
import type { Database } from "@gandan/db/connect";

export interface DemoDatabases {
  app: Database;
  oversight: Database;
}

/** The leader of an office above at a moment of the demo: what is written goes through the same verbs as a person's. */
export function demoLeader(db: DemoDatabases, unitId: string, now: Date): UnitCtx {
  const actor = { staffId: "demo", name: "Demo", roles: [{ unitId, role: "oversight-leader" as const }] };
  return { db, actor, unitId, now, language: "vi" };
}
