import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { staff } from "./staff";
import { unit } from "./unit";

/** Whom a name of an officer means, as dossiers write it, where somebody said so by hand. Taking it back deletes it. */
export const officerName = pgTable(
  "officer_name",
  {
    unitId: tenant().references(() => unit.id),
    /** As names are compared: small letters, single spaces. */
    key: text().notNull(),
    /** As dossiers write it. */
    written: text().notNull(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    linkedBy: text().notNull(),
    linkedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.key] })],
);
