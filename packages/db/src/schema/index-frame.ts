import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * The frame of an index for a year (fields, criteria, leaves with points), owned by the unit that decides it: one a year,
 * first a draft. Units below may read it once published; a published one is never changed, only taken back whole.
 */
export const indexFrame = pgTable(
  "index_frame",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    slug: text().notNull(),
    year: integer().notNull(),
    title: text().notNull(),
    state: text({ enum: ["draft", "published"] }).notNull(),
    source: jsonb().$type<unknown>().notNull(),
    yaml: text().notNull(),
    publishedAt: instant(),
    publishedBy: text(),
    updatedAt: instant().notNull().defaultNow(),
    updatedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), unique("index_frame_year_key").on(t.unitId, t.year)],
);
