import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** What a unit tells citizens of a procedure beside the catalogue: what to bring, what it costs here, where to go. */
export const procedureGuide = pgTable(
  "procedure_guide",
  {
    unitId: tenant().references(() => unit.id),
    procedureCode: text().notNull(),
    /** What to bring, a paper a line. */
    papers: text().notNull(),
    /** The fee here, where it differs from the catalogue's; "" for none. */
    fee: text().notNull(),
    /** What else to know; "" for nothing. */
    note: text().notNull(),
    /** Grows with every change: who saves says which one was seen. */
    revision: integer().notNull(),
    changedAt: instant().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.procedureCode] })],
);
