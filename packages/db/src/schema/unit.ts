import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";

/** What kind of place in the tree. `operator` is the one unit that keeps the library of models. */
export const UNIT_LEVELS = ["operator", "province", "district", "cluster", "commune", "office"] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/**
 * An administrative unit or office, known by its own id: official codes were re-used in July 2025.
 * Valid from `validFrom` up to, not including, `validTo`. Catalogue: no row-level security, read-only to the apps.
 */
export const unit = pgTable(
  "unit",
  {
    id: uuid().primaryKey(),
    level: text({ enum: UNIT_LEVELS }).notNull(),
    /** `<ascii-name>-<code>` of the first name; never changes, so that addresses last. */
    slug: text().notNull().unique(),
    validFrom: localDay().notNull(),
    validTo: localDay(),
  },
  (t) => [index("unit_level_idx").on(t.level)],
);
export type UnitRow = typeof unit.$inferSelect;
