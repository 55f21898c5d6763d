import { foreignKey, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, tenant } from "./columns";
import { importRun } from "./import-run";

/** The file of an import, where app and worker both reach it; gone once the import is done or given up. */
export const importFile = pgTable(
  "import_file",
  {
    unitId: tenant(),
    runId: uuid().notNull(),
    bytes: bytes().notNull(),
    headers: text().array().notNull(),
    /** The first rows as they stand in the file, as texts. */
    sample: jsonb().$type<string[][]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.runId] }),
    foreignKey({
      name: "import_file_run_fk",
      columns: [t.unitId, t.runId],
      foreignColumns: [importRun.unitId, importRun.id],
    }),
  ],
);
