import type { LetterOccasion, LetterTone } from "@gandan/model/letter/letter-kinds";
import { pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * A kind of letter of a unit: one that it added, or what it changed of one that comes with the system. Ended, never
 * deleted: letters written by it stay readable.
 */
export const letterKind = pgTable(
  "letter_kind",
  {
    unitId: tenant().references(() => unit.id),
    kind: text().notNull(),
    title: text().notNull(),
    tone: text().$type<LetterTone>().notNull(),
    occasion: text().$type<LetterOccasion>().notNull(),
    /** Of the dossiers whose result it goes with; none means any. */
    groups: text().array().notNull().default([]),
    /** Drafted by the event as the model says, always, or never. */
    drafting: text({ enum: ["model", "always", "never"] }).notNull(),
    /** How long before the appointment a letter about lateness is drafted, as a term; null is the usual. */
    lead: text(),
    endedAt: instant(),
    changedAt: instant().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.kind] })],
);
