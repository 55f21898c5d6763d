import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { unit } from "./unit";

/** The last number given in a unit's register of letters of a year. Its row is locked while a number is given: no gap, no double. */
export const letterRegister = pgTable(
  "letter_register",
  {
    unitId: tenant().references(() => unit.id),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.year] })],
);
