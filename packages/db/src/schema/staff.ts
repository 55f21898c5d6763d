import { sql } from "drizzle-orm";
import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/**
 * A person who signs in. Not tenant data: one person may serve several units, and is known before any unit is chosen.
 * Only `packages/auth` reads it.
 */
export const staff = pgTable("staff", {
  id: uuid().primaryKey().default(sql`uuidv7()`),
  /** Lower case, unique. */
  signInName: text().notNull().unique(),
  name: text().notNull(),
  /** Lower case; where notices go. */
  email: text().unique(),
  /** argon2id in PHC form; none until the person has set one. */
  passwordHash: text(),
  language: text({ enum: ["vi", "en"] })
    .notNull()
    .default("vi"),
  failedAttempts: integer().notNull().default(0),
  lockedUntil: instant(),
  lastSignInAt: instant(),
  disabledAt: instant(),
  createdAt: instant().notNull().defaultNow(),
});
export type StaffRow = typeof staff.$inferSelect;
