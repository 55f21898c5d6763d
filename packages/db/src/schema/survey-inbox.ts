import { sql } from "drizzle-orm";
import { foreignKey, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { sheetColumns } from "./survey-columns";
import { surveyForm } from "./survey-form";

/**
 * Answer sheets just sent. The worker moves them on in batches and in random order, so that neither the order nor the
 * transaction of a stored answer tells whose token was spent beside it.
 */
export const surveyInbox = pgTable(
  "survey_inbox",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    ...sheetColumns(),
    /** Free text by question id; it parts from the sheet when this is moved on. */
    texts: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    foreignKey({
      name: "survey_inbox_form_fk",
      columns: [t.unitId, t.formId],
      foreignColumns: [surveyForm.unitId, surveyForm.id],
    }),
  ],
);
