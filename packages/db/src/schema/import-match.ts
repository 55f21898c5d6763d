import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { localDay, tenant } from "./columns";
import { importRun } from "./import-run";

/** How each dossier of a file stands to what the unit has, and which of the unit's are missing in the file. */
export const importMatch = pgTable(
  "import_match",
  {
    unitId: tenant(),
    runId: uuid().notNull(),
    kind: text({ enum: ["new", "changed", "unchanged", "missing", "contradicting"] }).notNull(),
    externalCode: text().notNull(),
    /** Null for a new one. */
    dossierId: uuid(),
    procedureCode: text().notNull(),
    receivedOn: localDay().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.runId, t.kind, t.externalCode] }),
    foreignKey({
      name: "import_match_run_fk",
      columns: [t.unitId, t.runId],
      foreignColumns: [importRun.unitId, importRun.id],
    }),
  ],
);
