import { createHash } from "node:crypto";
import type { TransactionSql } from "postgres";
import { auditText } from "./append-audit";

export interface AuditReport {
  rows: number;
  /** Hash of the last row: an inspector who noted it earlier sees a cut tail; empty when there are no rows. */
  head: string;
  /** Number of the first row that does not fit the chain; null when all fit. */
  brokenAt: number | null;
}

interface ChainRow {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  subject: string | null;
  details: Record<string, unknown>;
  prev_hash: string;
  hash: string;
}

/** Walks the unit's audit chain from its first row (`sql` of `inUnit`) and recomputes every hash. */
export async function verifyAudit(sql: TransactionSql, unitId: string): Promise<AuditReport> {
  let rows = 0;
  let head = "";
  let brokenAt: number | null = null;
  const chain = sql<ChainRow[]>`
    select seq, at, actor, action, subject, details, prev_hash, hash
    from audit_log where unit_id = ${unitId}::uuid order by seq`;
  for await (const batch of chain.cursor(1000)) {
    for (const row of batch) {
      rows++;
      const text = auditText(head, rows, { ...row, unitId });
      const hash = createHash("sha256").update(text).digest("hex");
      if (brokenAt === null && (Number(row.seq) !== rows || row.prev_hash !== head || row.hash !== hash))
        brokenAt = rows;
      head = row.hash;
    }
  }
  return { rows, head, brokenAt };
}
