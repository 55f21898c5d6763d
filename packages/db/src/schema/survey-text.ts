import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { surveyForm } from "./survey-form";

/** Free text of an answer sheet, parted from it; shown to nobody but the screener until it is free of names. */
export const surveyText = pgTable(
  "survey_text",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    formId: uuid().notNull(),
    questionId: text().notNull(),
    /** The first day of its month. */
    month: localDay().notNull(),
    text: text().notNull(),
    state: text({ enum: ["waiting", "shown", "hidden"] }).notNull(),
    /** Why it is hidden. */
    reason: text(),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("survey_text_form_idx").on(t.unitId, t.formId, t.state, t.month),
    foreignKey({
      name: "survey_text_form_fk",
      columns: [t.unitId, t.formId],
      foreignColumns: [surveyForm.unitId, surveyForm.id],
    }),
  ],
);
