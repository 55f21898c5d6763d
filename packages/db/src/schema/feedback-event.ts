import { foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { feedback } from "./feedback";

/** What happened to feedback, never changed: an answer put right stands beside the one before it. */
export const feedbackEvent = pgTable(
  "feedback_event",
  {
    unitId: tenant(),
    feedbackId: uuid().notNull(),
    /** 1 is the receipt. */
    seq: integer().notNull(),
    at: instant().notNull(),
    /** Staff id, or "citizen". */
    actor: text().notNull(),
    kind: text({
      enum: [
        "received",
        "assigned",
        "sorted",
        "answered",
        "corrected",
        "solved",
        "reopened",
        "declined",
        "restored",
        "thanked",
        "contact-removed",
      ],
    }).notNull(),
    /** What was said: the answer, why it is not solved, why it was declined. */
    text: text().notNull().default(""),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.feedbackId, t.seq] }),
    foreignKey({
      name: "feedback_event_fk",
      columns: [t.unitId, t.feedbackId],
      foreignColumns: [feedback.unitId, feedback.id],
    }),
  ],
);
