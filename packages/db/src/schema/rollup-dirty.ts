import { sql } from "drizzle-orm";
import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";

/** Append-only notes that a unit's day must be folded anew; the fold deletes what it took. Several for one day are usual. */
export const rollupDirty = pgTable(
  "rollup_dirty",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    day: localDay().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] })],
);
