import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** An e-mail to one person that gathers reminders until `send_at`; what it says is written when it is sent. */
export const noticeMail = pgTable(
  "notice_mail",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    staffId: uuid().notNull(),
    /** `failed`: given up. `dropped`: nothing was left to say, or nobody to say it to. */
    state: text({ enum: ["waiting", "sent", "failed", "dropped"] }).notNull(),
    /** The next try; moved ahead while one is under way, so that what a killed worker left is tried again. */
    sendAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /** Where it went. */
    address: text(),
    problem: text(),
    createdAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("notice_mail_waiting_idx").on(t.sendAt, t.unitId).where(sql`${t.state} = 'waiting'`),
    index("notice_mail_person_idx").on(t.unitId, t.staffId, t.createdAt),
  ],
);
