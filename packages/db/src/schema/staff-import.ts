import { sql } from "drizzle-orm";
import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";

/** A list of staff that was uploaded and waits for its confirmation; its rows are gone once it is decided. */
export const staffImport = pgTable(
  "staff_import",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    fileName: text().notNull(),
    state: text({ enum: ["waiting", "done", "dropped"] }).notNull(),
    /** Cells as they stand in the file, line by line. */
    lines: jsonb().$type<{ line: number; cells: Record<string, string> }[]>().notNull(),
    uploadedBy: text().notNull(),
    uploadedAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] })],
);
