import { doublePrecision, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/** How many sheets came in a quarter for how many finished dossiers, against the quota in force. Offices above read it. */
export const rollupQuota = pgTable(
  "rollup_quota",
  {
    unitId: tenant().references(() => unit.id),
    /** The first day of the quarter. */
    quarter: localDay().notNull(),
    /** Finished in the quarter so far. */
    dossiers: integer().notNull(),
    sheets: integer().notNull(),
    /** Of the sheets those that the Fatherland Front typed in from paper. */
    byMttq: integer().notNull(),
    /** Share of the dossiers and number of sheets that the quota asks for; null where no model sets one. */
    share: doublePrecision(),
    needed: integer(),
    clause: text(),
    asOf: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.quarter] })],
);
