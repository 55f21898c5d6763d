import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { staff } from "./staff";

/** What a person proves besides the password: codes of an app by the clock (RFC 6238). In force once confirmed. */
export const secondFactor = pgTable("second_factor", {
  staffId: uuid()
    .primaryKey()
    .references(() => staff.id),
  /** Sealed by the key of the installation, for this person alone. */
  secret: text().notNull(),
  createdAt: instant().notNull(),
  confirmedAt: instant(),
  /** Half minutes since 1970 of the last code that was taken: no code counts twice. */
  lastStep: integer().notNull().default(0),
});
