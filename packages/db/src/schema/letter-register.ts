import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { unit } from "./unit";

/** The last number given in a register of a unit in a year. Its row is locked while a number is given: no gap, no double. */
export const letterRegister = pgTable(
  "letter_register",
  {
    unitId: tenant().references(() => unit.id),
    year: integer().notNull(),
    register: text().notNull().default("letters"),
    last: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.year, t.register] })],
);
