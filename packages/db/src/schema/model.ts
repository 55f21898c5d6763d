import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A model or yardstick, owned by a unit. Models of the library belong to the operator's unit.
 * Units below the owner, and for the library all units, may read it.
 */
export const model = pgTable(
  "model",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    slug: text().notNull(),
    type: text({ enum: ["model", "yardstick"] }).notNull(),
    title: text().notNull(),
    summary: text(),
    /** The model it takes over from; another unit's as a rule, hence no foreign key. */
    extendsUnitId: uuid(),
    extendsModelId: uuid(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), unique("model_slug_key").on(t.unitId, t.slug)],
);
export type ModelRow = typeof model.$inferSelect;
