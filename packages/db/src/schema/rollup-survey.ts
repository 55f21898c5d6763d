import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { surveyForm } from "./survey-form";

/**
 * Counts of answers, by one dimension at a time: two of them together are never counted, so that no filter over
 * another can lay a single answer bare. "all" by day; all else by spans of ten days, under the first one. A sheet stands
 * among the answers of one place only: its procedure, or else its point; sources and marks count sheets. Days are for
 * adding up; no reader shows one.
 */
export const rollupSurvey = pgTable(
  "rollup_survey",
  {
    unitId: tenant(),
    formId: uuid().notNull(),
    day: localDay().notNull(),
    dimension: text({ enum: ["all", "source", "procedure", "point", "officer", "mark"] }).notNull(),
    /** Of the dimension; empty for "all". */
    value: text().notNull(),
    /** Empty for the sheets themselves, `<id>#` for those that answered a question with several answers: one number. */
    questionId: text().notNull(),
    /** By level 1–5, by [no, yes], or by option (five numbers at least, of several answers as many as were given). */
    counts: integer().array().notNull(),
    asOf: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.formId, t.dimension, t.day, t.value, t.questionId] }),
    foreignKey({
      name: "rollup_survey_form_fk",
      columns: [t.unitId, t.formId],
      foreignColumns: [surveyForm.unitId, surveyForm.id],
    }),
  ],
);
