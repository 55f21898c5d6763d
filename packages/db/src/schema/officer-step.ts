import { boolean, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { officerResult } from "./officer-result";

/** What was done about an officer's result, step by step; never changed. */
export const officerStep = pgTable(
  "officer_step",
  {
    unitId: tenant(),
    resultId: uuid().notNull(),
    seq: integer().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    step: text({ enum: ["inform", "reply", "decide", "close", "reopen"] }).notNull(),
    text: text().notNull(),
    /** What was decided; null for other steps. */
    measure: text(),
    /** The reply came on paper and was typed in by another. */
    onPaper: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.resultId, t.seq] }),
    foreignKey({
      name: "officer_step_result_fk",
      columns: [t.unitId, t.resultId],
      foreignColumns: [officerResult.unitId, officerResult.id],
    }),
  ],
);
