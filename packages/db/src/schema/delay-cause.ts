import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A cause of delay of a unit's own list: one that it added, or what it changed of one that comes with the system.
 * Ended, never deleted.
 */
export const delayCause = pgTable(
  "delay_cause",
  {
    unitId: tenant().references(() => unit.id),
    cause: text().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
    endedAt: instant(),
    changedAt: instant().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.cause] })],
);
