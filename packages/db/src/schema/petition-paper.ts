import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { petition } from "./petition";

/**
 * What a petition says and who sent it, each sealed with the installation's key. The database itself shows it to named
 * readers alone (`app.reader_id`), and nobody changes or deletes it.
 */
export const petitionPaper = pgTable(
  "petition_paper",
  {
    unitId: tenant(),
    petitionId: uuid().notNull(),
    content: text().notNull(),
    /** Opened apart from the content; null when its sender gave no name. */
    sender: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.petitionId] }),
    foreignKey({
      name: "petition_paper_fk",
      columns: [t.unitId, t.petitionId],
      foreignColumns: [petition.unitId, petition.id],
    }),
  ],
);
