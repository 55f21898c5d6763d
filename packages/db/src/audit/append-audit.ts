import type { TransactionSql } from "postgres";
import { canonicalJson } from "./canonical-json";

export interface AuditEntry {
  unitId: string;
  at: Date;
  /** Who: staff id, or the name of a job. */
  actor: string;
  /** `<area>.<verb>`, as in "model.publish". */
  action: string;
  subject?: string | null;
  details?: Record<string, unknown>;
}

/** The text whose SHA-256 chains a row: hash of the row before, its number and its contents. */
export function auditText(prevHash: string, seq: number, entry: AuditEntry): string {
  return `${prevHash}\n${seq}\n${auditBody(entry)}`;
}

function auditBody(entry: AuditEntry): string {
  return canonicalJson({
    unitId: entry.unitId,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    subject: entry.subject ?? null,
    details: entry.details ?? {},
  });
}

/**
 * Adds an entry to the unit's audit chain, inside the transaction of what it reports (`sql` of `inUnit`).
 * Writers of one unit queue up until the transaction ends, so call it last.
 */
export async function appendAudit(sql: TransactionSql, entry: AuditEntry): Promise<void> {
  const body = auditBody(entry);
  await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${entry.unitId}`}, 0))`.execute(),
    sql`
      insert into audit_log (unit_id, seq, at, actor, action, subject, details, prev_hash, hash)
      select ${entry.unitId}::uuid, next.seq, ${entry.at}, ${entry.actor}, ${entry.action}, ${entry.subject ?? null},
        ${canonicalJson(entry.details ?? {})}::text::jsonb, next.prev_hash,
        encode(sha256(convert_to(next.prev_hash || E'\n' || next.seq || E'\n' || ${body}::text, 'UTF8')), 'hex')
      from (
        select coalesce(max(seq), 0) + 1 as seq,
          coalesce((array_agg(hash order by seq desc))[1], '') as prev_hash
        from (select seq, hash from audit_log where unit_id = ${entry.unitId}::uuid order by seq desc limit 1) last
      ) next`.execute(),
  ]);
}
