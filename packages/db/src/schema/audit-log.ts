import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";

/** Who did what in a unit. Append-only; each row carries the hash of the one before it (see `append-audit`). */
export const auditLog = pgTable(
  "audit_log",
  {
    unitId: tenant(),
    /** 1, 2, 3 … without gaps within the unit. */
    seq: bigint({ mode: "number" }).notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    /** SHA-256, hexadecimal; empty for the first row. */
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.seq] }),
    index("audit_log_actor_idx").on(t.unitId, t.actor, t.seq),
    index("audit_log_subject_idx").on(t.unitId, t.subject, t.seq),
    index("audit_log_at_idx").on(t.unitId, t.at),
  ],
);
export type AuditRow = typeof auditLog.$inferSelect;
