import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** A place where a QR code or a tablet asks for answers: a desk, a hall, a page. */
export const surveyPoint = pgTable(
  "survey_point",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** What the QR code carries: short, random, not to be guessed from another one. */
    code: text().notNull(),
    /** The form that it asks, in the version open on the day. */
    formSlug: text().notNull(),
    label: text().notNull(),
    kind: text({ enum: ["desk", "tablet", "page"] }).notNull(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("survey_point_code_key").on(t.unitId, t.code),
    index("survey_point_form_idx").on(t.unitId, t.formSlug),
  ],
);
