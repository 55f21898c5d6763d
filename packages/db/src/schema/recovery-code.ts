import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { staff } from "./staff";

/** Codes for the day on which the phone is lost; each counts once, a new set takes the place of the old. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** SHA-256, hexadecimal, of person and code. */
    codeHash: text().notNull(),
    createdAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.staffId, t.codeHash] })],
);
