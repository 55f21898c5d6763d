import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { dossier } from "./dossier";

/**
 * A reminder about a dossier, or about something of another area, told once for each kind and time, and once to each who opens a petition; it withdraws itself when what it reminds of is done.
 * Nothing of the citizen stands in it.
 */
export const notice = pgTable(
  "notice",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** The dossier it is about; null for one of another area. */
    dossierId: uuid(),
    /** What it is about: the area, the id there and, for people, its number. */
    area: text().notNull().default("dossier"),
    subjectId: uuid(),
    code: text(),
    kind: text().notNull(),
    /** The time that the model sets for it, in the working time of the office. */
    at: instant().notNull(),
    /** The appointment it speaks of; null when it speaks of none. */
    dueAt: instant(),
    /** Whom it is for: the dossier's officer, else all at the desk; the chairman of what is late. */
    audience: text({ enum: ["officer", "desk", "chairman"] }).notNull(),
    /** The officer; null for the others. */
    staffId: uuid(),
    issuedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("notice_once_key").on(t.unitId, t.dossierId, t.kind, t.at),
    uniqueIndex("notice_subject_key")
      .on(t.unitId, t.area, t.subjectId, t.kind, t.at, sql`coalesce(${t.staffId}::text, '')`)
      .where(sql`${t.subjectId} is not null`),
    index("notice_issued_idx").on(t.unitId, t.issuedAt, t.id),
    index("notice_live_idx").on(t.unitId, t.dossierId).where(sql`${t.withdrawnAt} is null`),
    foreignKey({
      name: "notice_dossier_fk",
      columns: [t.unitId, t.dossierId],
      foreignColumns: [dossier.unitId, dossier.id],
    }),
  ],
);
