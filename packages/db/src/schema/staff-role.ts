import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { staff } from "./staff";
import { unit } from "./unit";

/** What a person may do in a unit, by validity. Beside `staff`, no tenant data. */
export const staffRole = pgTable(
  "staff_role",
  {
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    unitId: uuid()
      .notNull()
      .references(() => unit.id),
    role: text().notNull(),
    validFrom: localDay().notNull(),
    validTo: localDay(),
  },
  (t) => [
    primaryKey({ columns: [t.staffId, t.unitId, t.role, t.validFrom] }),
    index("staff_role_unit_idx").on(t.unitId),
  ],
);
