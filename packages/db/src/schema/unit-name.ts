import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { unit } from "./unit";

/** Code, name and type ("xã", "phường", "phòng" …) of a unit during a span of days; a rename is a new row. */
export const unitName = pgTable(
  "unit_name",
  {
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    validFrom: localDay().notNull(),
    validTo: localDay(),
    code: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.validFrom] }), index("unit_name_code_idx").on(t.code, t.validFrom)],
);
