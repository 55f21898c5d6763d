import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { petition } from "./petition";

/**
 * A step taken with a petition. What was noted and what its sender is told are sealed; shown to named readers
 * (`app.reader_id`), and to the sender who has the code (`app.petition_id`). A slip is taken back, never deleted.
 */
export const petitionStep = pgTable(
  "petition_step",
  {
    unitId: tenant(),
    petitionId: uuid().notNull(),
    seq: integer().notNull(),
    step: text({
      enum: ["received", "classified", "passed-on", "accepted", "refused", "extended", "resolved", "withdrawn"],
    }).notNull(),
    /** When it was done, which may be before it was written down. */
    at: instant().notNull(),
    recordedAt: instant().notNull(),
    /** Staff id; "citizen" for what was sent by the public page. */
    actor: text().notNull(),
    /** Of a step "classified": the kind it was given, and the one it had. */
    kind: text(),
    was: text(),
    /** Of a step "passed-on": inside the unit, or to another body. */
    towards: text({ enum: ["inside", "outside"] }),
    /** Sealed: for readers. */
    note: text(),
    /** Sealed: told to the sender. */
    told: text(),
    takenBackAt: instant(),
    takenBackBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.petitionId, t.seq] }),
    foreignKey({
      name: "petition_step_fk",
      columns: [t.unitId, t.petitionId],
      foreignColumns: [petition.unitId, petition.id],
    }),
  ],
);
