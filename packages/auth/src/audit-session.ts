import { appendAudit } from "@gandan/db/audit/append-audit";
import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";

/** The transaction's client, as `inUnit` gives it. */
export type TransactionSql = Parameters<Parameters<typeof inUnit>[1]>[1];

export interface SessionAct {
  at: Date;
  staffId: string;
  action:
    | `session.${"sign-in" | "lock" | "unlock" | "sign-out" | "end"}`
    | `password.${"change" | "link" | "set"}`
    | `second-factor.${"enrol" | "new-codes" | "remove" | "reset"}`;
  /** Who did it, where that is somebody else. */
  actor?: string;
  /** Handles of the sessions concerned: hashes, by which nobody can sign in. */
  sessions?: readonly string[];
  details?: Record<string, unknown>;
}

/**
 * Does `work` and writes down in the same transaction what it says it did; null when it did nothing.
 * Signing in and out, passwords and codes belong to no unit in particular: they stand in the operator's chain.
 */
export function withSessionAudit(
  app: Database,
  work: (sql: TransactionSql) => Promise<SessionAct | null>,
): Promise<SessionAct | null> {
  return inUnit({ db: { app }, unitId: OPERATOR_UNIT_ID }, async (_tx, sql) => {
    const act = await work(sql);
    if (!act) return null;
    const { at, staffId, actor = staffId, action, sessions = [], details = {} } = act;
    await appendAudit(sql, {
      unitId: OPERATOR_UNIT_ID,
      at,
      actor,
      action,
      subject: staffId,
      details: sessions.length > 0 ? { sessions, ...details } : details,
    });
    return act;
  });
}
