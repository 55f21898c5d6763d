import { jsonb, numeric, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** Points that a unit enters for a leaf of a frame. The frame belongs to a unit above, hence no foreign key. */
export const indexEntry = pgTable(
  "index_entry",
  {
    unitId: tenant().references(() => unit.id),
    frameId: uuid().notNull(),
    leaf: text().notNull(),
    /** Null when the leaf does not apply to the unit. */
    points: numeric({ mode: "number" }),
    /** What was answered: yes/no, the step, the share. */
    value: jsonb().$type<string | number | boolean | null>(),
    note: text(),
    enteredBy: text().notNull(),
    enteredAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.frameId, t.leaf] })],
);
