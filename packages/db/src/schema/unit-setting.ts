import { integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * What a unit has set, an area of settings a row ("office", …). Earlier values stand in the audit log; without a row the
 * defaults hold.
 */
export const unitSetting = pgTable(
  "unit_setting",
  {
    unitId: tenant().references(() => unit.id),
    area: text().notNull(),
    value: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Grows with every change: who saves says which one was seen. */
    revision: integer().notNull(),
    changedAt: instant().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.area] })],
);
