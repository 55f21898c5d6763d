import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { surveyPaperBatch } from "./survey-paper-batch";

/** A sheet of paper as it was typed in; it goes when its batch is handed in, and with it who typed it. */
export const surveyPaperSheet = pgTable(
  "survey_paper_sheet",
  {
    unitId: tenant(),
    batchId: uuid().notNull(),
    /** Within the batch, from 1: stands on the sheet. */
    number: integer().notNull(),
    /** Brought by the page, so that a page sent twice is one sheet. */
    key: uuid().notNull(),
    answers: jsonb().notNull(),
    texts: jsonb().notNull(),
    /** What it is about: null as its batch, empty where the sheet does not say. */
    procedureCode: text(),
    typedBy: uuid().notNull(),
    typedAt: instant().notNull(),
    /** Drawn to be typed again by somebody else. */
    sampled: boolean().notNull().default(false),
    secondAnswers: jsonb(),
    secondBy: uuid(),
    secondAt: instant(),
    /** Answers that differed between the two, once they are settled by a look at the paper; null before. */
    differing: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.batchId, t.number] }),
    unique("survey_paper_sheet_key").on(t.unitId, t.batchId, t.key),
    foreignKey({
      name: "survey_paper_sheet_batch_fk",
      columns: [t.unitId, t.batchId],
      foreignColumns: [surveyPaperBatch.unitId, surveyPaperBatch.id],
    }),
  ],
);
