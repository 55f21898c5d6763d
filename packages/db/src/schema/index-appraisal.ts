import { index, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** Points that a unit above gives to a leaf of a unit below in the round of a frame. The unit below may read them. */
export const indexAppraisal = pgTable(
  "index_appraisal",
  {
    /** The unit that appraises. */
    unitId: tenant().references(() => unit.id),
    frameId: uuid().notNull(),
    belowId: uuid()
      .notNull()
      .references(() => unit.id),
    leaf: text().notNull(),
    /** Null when the leaf does not apply to the unit below. */
    points: numeric({ mode: "number" }),
    /** Why it differs from the self-score. */
    reason: text(),
    appraisedBy: text().notNull(),
    appraisedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.frameId, t.belowId, t.leaf] }),
    index("index_appraisal_below_idx").on(t.belowId, t.frameId),
  ],
);
