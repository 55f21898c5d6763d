import { sql } from "drizzle-orm";
import { jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** How the columns of one source's export become dossiers, kept for the next file. */
export const importMapping = pgTable(
  "import_mapping",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    name: text().notNull(),
    mapping: jsonb().$type<unknown>().notNull(),
    updatedAt: instant().notNull().defaultNow(),
    updatedBy: text(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), unique("import_mapping_name_key").on(t.unitId, t.name)],
);
