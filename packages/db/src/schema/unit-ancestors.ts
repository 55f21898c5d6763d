import { boolean, index, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { unit } from "./unit";

/** Closure of `unit_parent`, derived: each unit with itself (depth 0) and everything above it, and when. */
export const unitAncestors = pgTable(
  "unit_ancestors",
  {
    ancestorId: uuid()
      .notNull()
      .references(() => unit.id),
    descendantId: uuid()
      .notNull()
      .references(() => unit.id),
    validFrom: localDay().notNull(),
    validTo: localDay(),
    depth: integer().notNull(),
    /** It begins with the unit's own life, ends with it. Where both hold, policies need not look at dates. */
    fromStart: boolean().notNull().default(false),
    toEnd: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.ancestorId, t.descendantId, t.validFrom] }),
    index("unit_ancestors_descendant_idx").on(t.descendantId),
  ],
);
