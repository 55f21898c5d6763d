import { sql } from "drizzle-orm";
import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, tenant } from "./columns";
import { unit } from "./unit";

/** An address outside to which a unit sends its events, signed. */
export const webhook = pgTable(
  "webhook",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    url: text().notNull(),
    /** Encrypted with the installation's key; shown once, when it is made. */
    secret: bytes().notNull(),
    events: text().array().notNull(),
    state: text({ enum: ["active", "paused", "disabled", "removed"] }).notNull(),
    /** Deliveries given up one after the other since the last that arrived. */
    failures: integer().notNull().default(0),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] })],
);
