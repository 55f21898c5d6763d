import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, tenant } from "./columns";
import { publication } from "./publication";

/** The paper of a publication as it was signed: written once, never changed. */
export const publicationFile = pgTable(
  "publication_file",
  {
    unitId: tenant(),
    publicationId: uuid().notNull(),
    pdf: bytes().notNull(),
    /** SHA-256 of the file, in hex. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.publicationId] }),
    foreignKey({
      name: "publication_file_publication_fk",
      columns: [t.unitId, t.publicationId],
      foreignColumns: [publication.unitId, publication.id],
    }),
  ],
);
