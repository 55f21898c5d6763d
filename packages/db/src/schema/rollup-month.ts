import { pgTable, primaryKey } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { rollupColumns } from "./rollup-columns";

/** Sum of `rollup_day` over a month; `month` is its first day. */
export const rollupMonth = pgTable("rollup_month", { ...rollupColumns(), month: localDay().notNull() }, (t) => [
  primaryKey({ columns: [t.unitId, t.versionId, t.month] }),
]);
