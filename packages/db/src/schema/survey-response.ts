import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { sheetColumns } from "./survey-columns";
import { surveyForm } from "./survey-form";

/** Answer sheets. Nobody can change or delete one: the application may only add and read. */
export const surveyResponse = pgTable(
  "survey_response",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    ...sheetColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("survey_response_day_idx").on(t.unitId, t.formId, t.day),
    foreignKey({
      name: "survey_response_form_fk",
      columns: [t.unitId, t.formId],
      foreignColumns: [surveyForm.unitId, surveyForm.id],
    }),
  ],
);
