import type { LetterContent } from "@gandan/model/letter/letter-content";
import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { dossier } from "./dossier";

/**
 * A letter, most often about a dossier, from its draft to its delivery. Once signed its text, number and file never change; what the
 * file is stands in `letter_file`.
 */
export const letter = pgTable(
  "letter",
  {
    unitId: tenant(),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** None for a letter of thanks to one who brought no dossier. */
    dossierId: uuid(),
    /** A kind that comes with the system, or one of the unit's own. */
    kind: text().notNull(),
    /** What it was drafted for, so that it is drafted once: "late 2026-11-20T09:00:00.000Z"; null when begun by hand. */
    fact: text(),
    /** By when it has to be signed; null when nothing says so. */
    dueAt: instant(),
    /** The version of the unit's text of its kind that it is written by; 0 is the delivered one. */
    templateVersion: integer().notNull().default(0),
    /** Why it withdrew itself; null for a person's act, whose words stand in `remark`. */
    withdrawnFor: text({ enum: ["finished", "ended", "paused", "not-due"] }),
    /** Addressee, code and number without accents, for the search. */
    search: text().notNull().default(""),
    state: text({ enum: ["drafted", "checked", "returned", "signed", "delivered", "withdrawn"] }).notNull(),
    content: jsonb().$type<LetterContent>().notNull(),
    /** Grows with every change: a signer signs what was seen. */
    revision: integer().notNull().default(1),
    draftedBy: text().notNull(),
    draftedAt: instant().notNull(),
    /** Why it was returned or withdrawn. */
    remark: text(),
    /** Who found the draft right before it is signed; gone when the draft is changed. */
    checkedBy: text(),
    checkedAt: instant(),
    signedBy: text(),
    signerRole: text({ enum: ["chairman", "vice-chairman", "head-of-office", "officer"] }),
    signedAt: instant(),
    /** By which it was signed, when not by the signer's own role. */
    delegationId: uuid(),
    batchId: uuid(),
    /** Number in the register of its year, without gap; null until it is signed. */
    year: integer(),
    register: text().notNull().default("letters"),
    number: integer(),
    /** How it went out last; the tries before stand in `letter_delivery`. */
    deliveredHow: text({ enum: ["hand", "post", "e-mail"] }),
    deliveredAt: instant(),
    deliveredBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("letter_number_key").on(t.unitId, t.year, t.register, t.number),
    uniqueIndex("letter_live_key").on(t.unitId, t.dossierId, t.kind).where(sql`${t.state} <> 'withdrawn'`),
    uniqueIndex("letter_fact_key").on(t.unitId, t.dossierId, t.kind, t.fact).where(sql`${t.fact} is not null`),
    index("letter_state_idx").on(t.unitId, t.state, t.draftedAt),
    index("letter_batch_idx").on(t.unitId, t.batchId),
    foreignKey({
      name: "letter_dossier_fk",
      columns: [t.unitId, t.dossierId],
      foreignColumns: [dossier.unitId, dossier.id],
    }),
  ],
);
