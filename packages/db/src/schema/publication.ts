import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { unit } from "./unit";

/**
 * What a unit publishes by the dates of its model. A draft is made of the results; once a person has signed it, it never
 * changes: it is corrected by another that says what was wrong, and both stay to be seen.
 */
export const publication = pgTable(
  "publication",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** As the model names what is to be published. */
    slug: text().notNull(),
    title: text().notNull(),
    /** The last day on which the model wants it; null for one of the unit's own accord. */
    dueOn: localDay(),
    /** First and last day of what it tells of, whole months. */
    periodFrom: localDay().notNull(),
    periodTo: localDay().notNull(),
    state: text({ enum: ["draft", "published", "dropped"] }).notNull(),
    /** Grows with every change of a draft: who signs says which one was seen. */
    revision: integer().notNull().default(1),
    /** Figures as they were counted. */
    snapshot: jsonb().notNull(),
    /** SHA-256 of what was signed, in hex; null for a draft. */
    checksum: text(),
    /** What the unit itself says of the figures. */
    remark: text().notNull().default(""),
    /** The signed one that it corrects, and what was wrong there. */
    corrects: uuid(),
    correction: text(),
    draftedBy: text().notNull(),
    draftedAt: instant().notNull(),
    signedBy: text(),
    /** Name and title of who signed, as they stood then. */
    signer: text(),
    signedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    index("publication_state_idx").on(t.unitId, t.state, t.signedAt),
    foreignKey({ name: "publication_corrects_fk", columns: [t.unitId, t.corrects], foreignColumns: [t.unitId, t.id] }),
  ],
);
