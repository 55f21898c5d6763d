import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A host name by which citizens reach a unit, beside the unit's address on the site. Read by anybody, since the host tells
 * the unit; written in the unit alone. It counts from the moment an operator has seen that the name is the unit's.
 */
export const unitHost = pgTable(
  "unit_host",
  {
    unitId: tenant().references(() => unit.id),
    /** In lower case, without a port. */
    host: text().notNull(),
    askedAt: instant().notNull(),
    askedBy: text().notNull(),
    /** Null while nobody has confirmed it. */
    confirmedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.host] }),
    uniqueIndex("unit_host_host_key").on(t.host).where(sql`confirmed_at is not null`),
  ],
);
