import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** One import of a file: what was read, changed and refused. Several rows of a file may be in error, each with its line. */
export const importRun = pgTable(
  "import_run",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    fileName: text().notNull(),
    /** SHA-256 of the file, hexadecimal. */
    fileHash: text().notNull(),
    mapping: jsonb().$type<unknown>().notNull(),
    state: text({ enum: ["checked", "waiting", "running", "done", "refused", "failed", "expired"] }).notNull(),
    rowsTotal: integer().notNull().default(0),
    rowsRead: integer().notNull().default(0),
    rowsNew: integer().notNull().default(0),
    rowsChanged: integer().notNull().default(0),
    rowsSame: integer().notNull().default(0),
    rowsInError: integer().notNull().default(0),
    /** Of the known dossiers in the file, those of which it tells something that stands against what the unit has. */
    rowsContradicting: integer().notNull().default(0),
    /** Dossiers of the file's procedures and days, known from an earlier file, that are not in it. */
    rowsMissing: integer().notNull().default(0),
    errors: jsonb()
      .$type<
        {
          line: number;
          column: string | null;
          key: string;
          details?: Record<string, string | number | boolean | null>;
        }[]
      >()
      .notNull()
      .default([]),
    createdAt: instant().notNull().defaultNow(),
    createdBy: text(),
    finishedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), index("import_run_created_idx").on(t.unitId, t.createdAt)],
);
