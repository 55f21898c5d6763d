import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, tenant } from "./columns";
import { petition } from "./petition";

/**
 * A photo or a PDF sent with a petition, sealed with the installation's key; so is what it is called, which may name
 * people. The database shows both to named readers alone (`app.reader_id`), and nobody changes or deletes them.
 */
export const petitionFile = pgTable(
  "petition_file",
  {
    unitId: tenant(),
    petitionId: uuid().notNull(),
    /** 1, 2, … */
    place: integer().notNull(),
    /** Sealed: its name and its type. */
    label: text().notNull(),
    content: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.petitionId, t.place] }),
    foreignKey({
      name: "petition_file_fk",
      columns: [t.unitId, t.petitionId],
      foreignColumns: [petition.unitId, petition.id],
    }),
  ],
);
