import { pgTable, primaryKey } from "drizzle-orm/pg-core";
import { localDay } from "./columns";
import { rollupColumns } from "./rollup-columns";

/** Outcomes of the dossiers that a unit received on a day, by model version. */
export const rollupDay = pgTable("rollup_day", { ...rollupColumns(), day: localDay().notNull() }, (t) => [
  primaryKey({ columns: [t.unitId, t.versionId, t.day] }),
]);
