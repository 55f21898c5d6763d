import { numeric, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { localDay } from "./columns";

/** National catalogue of administrative procedures (TTHC); terms and fees are versioned by the day of receipt. */
export const procedure = pgTable(
  "procedure",
  {
    /** National code, e.g. "1.001193". */
    code: text().notNull(),
    effectiveFrom: localDay().notNull(),
    name: text().notNull(),
    /** birth, marriage, death … as in rule conditions. */
    procedureGroup: text().notNull(),
    /** "3 working-days", "same-day 15:00" …; null when unknown. */
    term: text(),
    /** VND; null when unknown. */
    fee: numeric({ mode: "number" }),
    /** The fee as the source words it: "2.000 đồng/trang". */
    feeText: text(),
    /** "Hộ tịch", "Chứng thực" … */
    field: text(),
    source: text(),
    confidence: text({ enum: ["high", "medium", "low"] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.code, t.effectiveFrom] })],
);
