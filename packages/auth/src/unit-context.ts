import type { Database } from "@gandan/db/connect";
import type { Role } from "./roles";

/** Who acts: a person with the roles that hold today, in any unit. */
export interface Actor {
  staffId: string;
  name: string;
  roles: readonly { unitId: string; role: Role }[];
}

/** All a use case is given besides its input: connections, actor, the unit acted in, the moment, the language. */
export interface UnitCtx {
  db: { app: Database; oversight: Database };
  actor: Actor;
  /** For oversight, the unit that looks down. */
  unitId: string;
  now: Date;
  language: "vi" | "en";
}
