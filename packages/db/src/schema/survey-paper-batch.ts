import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { surveyForm } from "./survey-form";

/**
 * Sheets on paper that are typed in together: typed, a sample of them typed again by somebody else, handed in. Of one
 * that was handed in only its counts stay.
 */
export const surveyPaperBatch = pgTable(
  "survey_paper_batch",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** Within the unit, from 1: stands on the pile of paper. */
    number: integer().notNull(),
    formId: uuid().notNull(),
    source: text({ enum: ["paper-staff", "paper-mttq"] }).notNull(),
    /** On which the sheets were filled in; of several days the last. */
    day: localDay().notNull(),
    /** Where and how they were gathered. */
    note: text().notNull(),
    /** What the sheets are about, unless one says otherwise; null where that is not known. */
    procedureCode: text(),
    /** The place where they were gathered; null where it is none of the unit's points. */
    pointId: uuid(),
    state: text({ enum: ["typing", "checking", "handed-in", "dropped"] }).notNull(),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    endedBy: text(),
    endedAt: instant(),
    /** Counts of a batch handed in: sheets, those typed twice, answers compared, and those that differed. */
    sheets: integer().notNull().default(0),
    sampled: integer().notNull().default(0),
    compared: integer().notNull().default(0),
    differing: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("survey_paper_batch_number_key").on(t.unitId, t.number),
    index("survey_paper_batch_form_idx").on(t.unitId, t.formId, t.state),
    foreignKey({
      name: "survey_paper_batch_form_fk",
      columns: [t.unitId, t.formId],
      foreignColumns: [surveyForm.unitId, surveyForm.id],
    }),
  ],
);
