import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { staff } from "./staff";
import { unit } from "./unit";

/** A person whom the chairman has named to open petitions of some kinds; a role alone opens none. Never deleted. */
export const petitionReader = pgTable(
  "petition_reader",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    kinds: text().array().notNull(),
    /** The document by which the person was named. */
    reference: text().notNull(),
    namedBy: text().notNull(),
    namedAt: instant().notNull(),
    endedBy: text(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    uniqueIndex("petition_reader_key").on(t.unitId, t.staffId).where(sql`${t.endedAt} is null`),
  ],
);
