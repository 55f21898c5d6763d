import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A unit's choice of a model for a span of days, or its answer that it registers none ("không đăng ký").
 * The model may be the unit's own, one of a unit above, or one of the library.
 */
export const adoption = pgTable(
  "adoption",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    modelUnitId: uuid(),
    modelId: uuid(),
    /** The name under which the unit runs the model, when it chose its own. */
    ownName: text(),
    validFrom: localDay().notNull(),
    /** First day on which it no longer holds. */
    validTo: localDay(),
    /** The decision or plan it rests on. */
    basis: text(),
    /** Number and date of the reply to the unit above. */
    reference: text(),
    declinedReason: text(),
    recordedAt: instant().notNull().defaultNow(),
    recordedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("adoption_from_idx").on(t.unitId, t.validFrom),
    check("adoption_model_or_declined", sql`(${t.modelId} is null) = (${t.declinedReason} is not null)`),
    check("adoption_model_owner", sql`(${t.modelId} is null) = (${t.modelUnitId} is null)`),
  ],
);
export type AdoptionRow = typeof adoption.$inferSelect;
