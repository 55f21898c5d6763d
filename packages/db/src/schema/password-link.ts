import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { staff } from "./staff";

/** A link by which a person sets a password once. The latest one counts; the secret in it is nowhere in the database. */
export const passwordLink = pgTable("password_link", {
  staffId: uuid()
    .primaryKey()
    .references(() => staff.id),
  /** SHA-256, hexadecimal. */
  tokenHash: text().notNull().unique(),
  createdBy: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
});
