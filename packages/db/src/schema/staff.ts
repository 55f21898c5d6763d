import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
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
  /** argon2id in PHC form. */
  passwordHash: text().notNull(),
  language: text({ enum: ["vi", "en"] })
    .notNull()
    .default("vi"),
  /** Further factors a sign-in may ask for (`totp`, `oidc`); empty for now. */
  factors: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  failedAttempts: integer().notNull().default(0),
  lockedUntil: instant(),
  lastSignInAt: instant(),
  disabledAt: instant(),
  createdAt: instant().notNull().defaultNow(),
});
export type StaffRow = typeof staff.$inferSelect;
