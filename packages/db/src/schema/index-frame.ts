import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** The frame of an index for a year (fields, criteria, leaves with points), owned by the unit that decides it. Units below may read it. */
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
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), unique("index_frame_slug_key").on(t.unitId, t.slug, t.year)],
);
