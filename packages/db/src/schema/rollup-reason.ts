import { integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { localDay, tenant } from "./columns";

/** How often a rule was missed for a reason, by month of receipt and procedure group. */
export const rollupReason = pgTable(
  "rollup_reason",
  {
    unitId: tenant(),
    versionId: uuid().notNull(),
    month: localDay().notNull(),
    ruleId: text().notNull(),
    /** Key of the i18n area `reason`. */
    reason: text().notNull(),
    procedureGroup: text().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.versionId, t.month, t.ruleId, t.reason, t.procedureGroup] })],
);
