import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, tenant } from "./columns";
import { feedback } from "./feedback";

/** A picture sent with feedback, without anything in the file but the picture. */
export const feedbackPhoto = pgTable(
  "feedback_photo",
  {
    unitId: tenant(),
    feedbackId: uuid().notNull(),
    /** 1, 2, 3 */
    place: integer().notNull(),
    type: text({ enum: ["image/jpeg", "image/png", "image/webp"] }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.feedbackId, t.place] }),
    foreignKey({
      name: "feedback_photo_fk",
      columns: [t.unitId, t.feedbackId],
      foreignColumns: [feedback.unitId, feedback.id],
    }),
  ],
);
