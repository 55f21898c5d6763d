import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { importRun } from "./import-run";

/** One entry of a dossier that a file tells otherwise than the unit has it. */
export const importDifference = pgTable(
  "import_difference",
  {
    unitId: tenant(),
    runId: uuid().notNull(),
    dossierId: uuid().notNull(),
    /** 1, 2, 3 … within the dossier. */
    place: integer().notNull(),
    /** Type of the event, or the entry of the person: applicant, phone, officer. */
    entry: text().notNull(),
    /** `added` and `moved` are taken over; all others contradict, and somebody chooses. */
    why: text({
      enum: ["added", "moved", "by-hand", "gone", "reopened", "ended-otherwise", "backwards"],
    }).notNull(),
    ownAt: instant(),
    toldAt: instant(),
    /** The fact, or the text of a person's entry; null when it is not told. */
    own: jsonb().$type<unknown>(),
    told: jsonb().$type<unknown>(),
    /** When the unit's own event was recorded. */
    ownRecordedAt: instant(),
    /** Whose word stands; null for what does not contradict. */
    choice: text({ enum: ["ours", "file"] }),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.runId, t.dossierId, t.place] }),
    index("import_difference_dossier_idx").on(t.unitId, t.dossierId),
    foreignKey({
      name: "import_difference_run_fk",
      columns: [t.unitId, t.runId],
      foreignColumns: [importRun.unitId, importRun.id],
    }),
  ],
);
