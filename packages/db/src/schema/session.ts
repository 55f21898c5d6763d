import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { staff } from "./staff";

/** A signed-in browser. The key is the SHA-256 of the session id; the id itself is nowhere in the database. */
export const session = pgTable(
  "session",
  {
    idHash: text().primaryKey(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    /** Of the last request, to half a minute: after too long a pause it is locked. */
    lastSeenAt: instant().notNull().defaultNow(),
    /** The password was right, the code is still to come: opens nothing. */
    awaitsCode: boolean().notNull().default(false),
    /** The browser as it named itself, so that its owner can tell sessions apart. */
    userAgent: text(),
    address: text(),
  },
  (t) => [index("session_staff_idx").on(t.staffId)],
);
