import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/** A unit applies a yardstick to all units below it, for a span of days. Units below may read it. */
export const yardstickApplication = pgTable(
  "yardstick_application",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    modelUnitId: uuid().notNull(),
    versionId: uuid().notNull(),
    validFrom: localDay().notNull(),
    /** First day on which it no longer holds. */
    validTo: localDay(),
    basis: text(),
    /** The application that ended for this one to begin, and the end it had before: withdrawing gives it back. */
    endedId: uuid(),
    endedValidTo: localDay(),
    recordedAt: instant().notNull().defaultNow(),
    recordedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] })],
);
