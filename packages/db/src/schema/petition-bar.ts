import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { petition } from "./petition";

/**
 * A reader to whom one petition stays closed, because it is about them or concerns them: at the wish of its sender, or
 * by a reader. For that person the petition does not exist.
 */
export const petitionBar = pgTable(
  "petition_bar",
  {
    unitId: tenant(),
    petitionId: uuid().notNull(),
    staffId: uuid().notNull(),
    /** Staff id; "citizen" at the sender's wish. */
    barredBy: text().notNull(),
    barredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.petitionId, t.staffId] }),
    foreignKey({
      name: "petition_bar_fk",
      columns: [t.unitId, t.petitionId],
      foreignColumns: [petition.unitId, petition.id],
    }),
  ],
);
