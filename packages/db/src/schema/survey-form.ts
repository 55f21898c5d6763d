import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A survey form as it was opened: its questions never change again under the answers given to them. A changed model
 * opens a new version beside it.
 */
export const surveyForm = pgTable(
  "survey_form",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** The form's id in the model; versions of one form share it. */
    slug: text().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    /** The form of the model language, frozen: sections, questions, conditions, languages. */
    source: jsonb().notNull(),
    /** Taken from the model's survey forms, or made from commitments that no rule can measure. */
    origin: text({ enum: ["model", "commitments"] }).notNull(),
    /** The model version it was taken from. */
    versionId: uuid(),
    /** SHA-256 of the source, in hex. */
    checksum: text().notNull(),
    /** Cells with fewer answers than this are shown to nobody. */
    minCell: integer().notNull().default(5),
    openedOn: localDay().notNull(),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    /** The last day on which it took answers; null while it is open. */
    closedOn: localDay(),
    closedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), unique("survey_form_version_key").on(t.unitId, t.slug, t.version)],
);
