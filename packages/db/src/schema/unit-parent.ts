import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { unit } from "./unit";

/** The unit above, by validity. A province has none. */
export const unitParent = pgTable(
  "unit_parent",
  {
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    validFrom: localDay().notNull(),
    validTo: localDay(),
    parentId: uuid()
      .notNull()
      .references(() => unit.id),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.validFrom] }), index("unit_parent_parent_idx").on(t.parentId)],
);
