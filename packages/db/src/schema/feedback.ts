import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * What somebody told the unit, with where it stands; all that happened to it stands in `feedback_event`. Who it was, if
 * they said so, stands apart in `feedback_contact`.
 */
export const feedback = pgTable(
  "feedback",
  {
    unitId: tenant().references(() => unit.id),
    /** Given out with the form, so that a form sent twice is one feedback. The secret link is made of it and kept nowhere. */
    id: uuid().notNull(),
    /** Reception number, without gap within a year of the calendar of Viet Nam. */
    year: integer().notNull(),
    number: integer().notNull(),
    topic: text({ enum: ["praise", "staff", "procedure", "facility", "neighbourhood", "other"] }).notNull(),
    text: text().notNull(),
    /** Where it is about, in the citizen's words; empty when nothing was said. */
    place: text().notNull().default(""),
    source: text({ enum: ["web", "desk", "phone", "box"] }).notNull(),
    state: text({ enum: ["open", "answered", "solved", "declined"] }).notNull(),
    /** Grows with every event: who answers says what was seen. */
    seq: integer().notNull().default(1),
    receivedAt: instant().notNull(),
    /** Since when it waits: `received_at`, or when it was opened again. */
    waitsSince: instant().notNull(),
    /** The end of the model's term from then on. */
    dueAt: instant().notNull(),
    /** The answer since then; null while there is none. */
    answeredAt: instant(),
    /** False when nothing wants an answer: praise by nobody, spam. */
    needsAnswer: boolean().notNull(),
    /** Why it is not dealt with here; null unless declined. */
    reason: text({ enum: ["spam", "abuse", "duplicate", "elsewhere", "petition"] }),
    /** Who is to answer; null for the desk. */
    assignedTo: uuid(),
    /** A letter of thanks that it was worth. */
    letterId: uuid(),
    hasContact: boolean().notNull(),
    photos: integer().notNull().default(0),
    /** Text and place without marks, for the search. */
    search: text().notNull(),
    /** When somebody is next to be reminded of it; null when nobody is. */
    nextRemindAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("feedback_number_key").on(t.unitId, t.year, t.number),
    index("feedback_state_idx").on(t.unitId, t.state, t.dueAt),
    index("feedback_received_idx").on(t.unitId, t.receivedAt, t.id),
    index("feedback_remind_idx").on(t.nextRemindAt, t.unitId).where(sql`${t.nextRemindAt} is not null`),
  ],
);
