import { integer, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/**
 * What citizens said of a unit's officers in a quarter, counted once when the quarter is over. No names: offices above
 * read it.
 */
export const officerRound = pgTable(
  "officer_round",
  {
    unitId: tenant().references(() => unit.id),
    /** The first day of the quarter. */
    quarter: localDay().notNull(),
    frozenAt: instant().notNull(),
    /** The model version whose rule told who is above; null when none had one. */
    versionId: uuid(),
    /** Levels, share and least number of answers by which it was judged. */
    rule: jsonb().$type<{ levels: number[]; above: number | null; minN: number }>().notNull(),
    /** Officers with enough answers, and those without. */
    judged: integer().notNull(),
    few: integer().notNull(),
    /** Of those judged, with more dissatisfied answers than the model lets pass; and how far each of them has come. */
    above: integer().notNull(),
    told: integer().notNull(),
    informed: integer().notNull(),
    replied: integer().notNull(),
    decided: integer().notNull(),
    closed: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.quarter] })],
);
