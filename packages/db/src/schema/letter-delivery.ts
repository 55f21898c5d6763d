import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { letter } from "./letter";

/** What became of a signed letter, in order: sent out, or come back with a reason. Only added to. */
export const letterDelivery = pgTable(
  "letter_delivery",
  {
    unitId: tenant(),
    letterId: uuid().notNull(),
    seq: integer().notNull(),
    outcome: text({ enum: ["sent", "came-back"] }).notNull(),
    how: text({ enum: ["hand", "post", "e-mail"] }),
    /** When it was noted, by the server's clock. */
    at: instant().notNull(),
    /** When it happened, as the officer stated it; null when it was noted at once. */
    statedAt: instant(),
    actor: text().notNull(),
    /** Who took it, the number of the post, or why it came back. */
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.letterId, t.seq] }),
    foreignKey({
      name: "letter_delivery_letter_fk",
      columns: [t.unitId, t.letterId],
      foreignColumns: [letter.unitId, letter.id],
    }),
  ],
);
