import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * All points of one sheet of a round side by side, so that a ranking reads a row a unit: of a unit's own entries
 * (`below_id` is the unit) or of an appraisal. Made from `index_entry` and `index_appraisal` in the transaction that
 * writes them; a unit without one is read from its entries.
 */
export const indexSheet = pgTable(
  "index_sheet",
  {
    unitId: tenant().references(() => unit.id),
    frameId: uuid().notNull(),
    belowId: uuid()
      .notNull()
      .references(() => unit.id),
    /** One float8 a leaf, little endian, in the order of the frame: NaN where it does not apply, -1 where nothing stands. */
    points: bytes().notNull(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.frameId, t.belowId] })],
);
