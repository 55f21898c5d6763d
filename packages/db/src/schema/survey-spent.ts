import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { unit } from "./unit";

/** Tokens that have answered, each once. No time and no form: nothing here leads to an answer. */
export const surveySpent = pgTable(
  "survey_spent",
  {
    unitId: tenant().references(() => unit.id),
    /** SHA-256 of the token, in hex. */
    mark: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.mark] })],
);
