import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A line of the sealed register: that there is a petition, of which kind, and when its steps were taken. Neither what it
 * says nor who sent it stands here, so that lists, reminders and scores can go by it.
 */
export const petition = pgTable(
  "petition",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull(),
    /** One series a year for all kinds: a number does not tell the kind. */
    year: integer().notNull(),
    number: integer().notNull(),
    kind: text({ enum: ["complaint", "denunciation", "recommendation"] }).notNull(),
    /** Of a complaint: the first, or the second after a first decision. */
    instance: integer().notNull().default(1),
    /** Sent by the public page, brought, by post, or taken down at a reception of citizens. */
    way: text({ enum: ["web", "desk", "post", "reception"] }).notNull(),
    /** True when its sender gave no name. */
    anonymous: boolean().notNull(),
    /** Sent with it. */
    files: integer().notNull().default(0),
    receivedAt: instant().notNull(),
    /** Who registered it; null for what was sent by the public page. */
    registeredBy: text(),
    /** SHA-256 of the code by which its sender follows it, in hex. */
    codeHash: text().notNull(),
    /** The steps folded. */
    state: text({
      enum: ["received", "passed-inside", "passed-outside", "refused", "accepted", "resolved", "withdrawn"],
    }).notNull(),
    passedOnAt: instant(),
    acceptedAt: instant(),
    resolvedAt: instant(),
    /** When it ended without being resolved. */
    endedAt: instant(),
    extensions: integer().notNull().default(0),
    lastSeq: integer().notNull(),
    /** The next step and the last minute for it; null when none is due. */
    nextStep: text({ enum: ["passed-on", "accepted", "resolved"] }),
    dueAt: instant(),
    /** When its readers are next to be reminded. */
    nextRemindAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("petition_number_key").on(t.unitId, t.year, t.number),
    unique("petition_code_key").on(t.unitId, t.codeHash),
    index("petition_received_idx").on(t.unitId, t.receivedAt, t.id),
    index("petition_due_idx").on(t.unitId, t.dueAt).where(sql`${t.dueAt} is not null`),
    index("petition_remind_idx").on(t.nextRemindAt, t.unitId).where(sql`${t.nextRemindAt} is not null`),
  ],
);
