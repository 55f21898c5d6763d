import { boolean, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { unit } from "./unit";

/** On `at` the predecessor went over, whole or in part, into the successor. */
export const unitSuccession = pgTable(
  "unit_succession",
  {
    predecessorId: uuid()
      .notNull()
      .references(() => unit.id),
    successorId: uuid()
      .notNull()
      .references(() => unit.id),
    at: localDay().notNull(),
    /** True when the predecessor was divided among several units. */
    partial: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.predecessorId, t.successorId] }),
    index("unit_succession_successor_idx").on(t.successorId),
  ],
);
