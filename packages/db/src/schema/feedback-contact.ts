import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { feedback } from "./feedback";

/** Who gave feedback, where they said so: in no list, and deleted when they ask for it. */
export const feedbackContact = pgTable(
  "feedback_contact",
  {
    unitId: tenant(),
    feedbackId: uuid().notNull(),
    name: text().notNull(),
    phone: text().notNull(),
    email: text().notNull(),
    /** In which they are written to. */
    language: text({ enum: ["vi", "en"] })
      .notNull()
      .default("vi"),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.feedbackId] }),
    foreignKey({
      name: "feedback_contact_fk",
      columns: [t.unitId, t.feedbackId],
      foreignColumns: [feedback.unitId, feedback.id],
    }),
  ],
);
