import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { localDay, tenant } from "./columns";
import { officerRound } from "./officer-round";

/** What citizens said of an officer in a quarter. The counts never change; what follows from them does. */
export const officerResult = pgTable(
  "officer_result",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    quarter: localDay().notNull(),
    /** As dossiers name the officer. */
    officer: text().notNull(),
    /** The person of that name in the unit, when there is one alone. */
    staffId: uuid(),
    /** Answers by level 1–5; empty where there are too few to be shown. */
    levels: integer().array().notNull(),
    /** Answers to each question that speaks of the officer: [{ question, levels }]. */
    questions: jsonb().$type<{ question: string; levels: number[] }[]>().notNull(),
    /** "few", "calm", or how far it has come: told to the chairman, then to the officer, who replied … */
    state: text({ enum: ["few", "calm", "told", "informed", "replied", "decided", "closed"] }).notNull(),
    /** The last day of the officer's reply. */
    replyBy: localDay(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("officer_result_key").on(t.unitId, t.quarter, t.officer),
    index("officer_result_staff_idx").on(t.unitId, t.staffId),
    foreignKey({
      name: "officer_result_round_fk",
      columns: [t.unitId, t.quarter],
      foreignColumns: [officerRound.unitId, officerRound.quarter],
    }),
  ],
);
