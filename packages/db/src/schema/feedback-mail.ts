import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { feedback } from "./feedback";

/**
 * An e-mail that tells a citizen of an event of their feedback, once for each event. Neither the address nor the secret
 * link stands here: both are looked up and made when it is sent, so that a contact taken away gets no more of them.
 */
export const feedbackMail = pgTable(
  "feedback_mail",
  {
    unitId: tenant(),
    feedbackId: uuid().notNull(),
    /** The event of `feedback_event`. */
    seq: integer().notNull(),
    /** `failed`: given up. `dropped`: overtaken by the next, too old, or nobody was left to tell. */
    state: text({ enum: ["waiting", "sent", "failed", "dropped"] }).notNull(),
    /** The next try; moved ahead while one is under way, so that what a killed worker left is tried again. */
    sendAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    problem: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.feedbackId, t.seq] }),
    index("feedback_mail_waiting_idx").on(t.sendAt, t.unitId).where(sql`${t.state} = 'waiting'`),
    index("feedback_mail_created_idx").on(t.unitId, t.createdAt),
    foreignKey({
      name: "feedback_mail_fk",
      columns: [t.unitId, t.feedbackId],
      foreignColumns: [feedback.unitId, feedback.id],
    }),
  ],
);
