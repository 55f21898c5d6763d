import { appendAudit } from "@gandan/db/audit/append-audit";
import type { Database } from "@gandan/db/connect";
import { inUnit } from "@gandan/db/in-unit";
import { OPERATOR_UNIT_ID } from "@gandan/db/unit/operator-unit";

/** The transaction's client, as `inUnit` gives it. */
type TransactionSql = Parameters<Parameters<typeof inUnit>[1]>[1];

interface SessionAct {
  at: Date;
  staffId: string;
  action: "session.sign-in" | "session.lock" | "session.sign-out" | "session.end";
  /** Handles of the sessions concerned: hashes, by which nobody can sign in. */
  sessions: readonly string[];
}

/**
 * Does `work` and writes down in the same transaction what it says it did; null when it did nothing.
 * Signing in and out belong to no unit in particular: they stand in the operator's chain.
 */
export function withSessionAudit(
  app: Database,
  work: (sql: TransactionSql) => Promise<SessionAct | null>,
): Promise<SessionAct | null> {
  return inUnit({ db: { app }, unitId: OPERATOR_UNIT_ID }, async (_tx, sql) => {
    const act = await work(sql);
    if (!act) return null;
    const { at, staffId, action, sessions } = act;
    await appendAudit(sql, {
      unitId: OPERATOR_UNIT_ID,
      at,
      actor: staffId,
      action,
      subject: staffId,
      ...(sessions.length > 0 ? { details: { sessions } } : {}),
    });
    return act;
  });
}
