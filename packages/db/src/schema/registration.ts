import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { adoption } from "./adoption";
import { tenant } from "./columns";

/** A procedure that a unit registered under its model: result on the same day, or no carry-over past Friday. */
export const registration = pgTable(
  "registration",
  {
    unitId: tenant(),
    adoptionId: uuid().notNull(),
    procedureCode: text().notNull(),
    mode: text({ enum: ["same-day", "no-friday-carry-over"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.adoptionId, t.procedureCode, t.mode] }),
    foreignKey({
      name: "registration_adoption_fk",
      columns: [t.unitId, t.adoptionId],
      foreignColumns: [adoption.unitId, adoption.id],
    }),
  ],
);
