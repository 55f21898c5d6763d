import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { letter } from "./letter";

/** What a letter said when it was signed, from which the worker makes its file. Written with the signature. */
export const letterMaking = pgTable(
  "letter_making",
  {
    unitId: tenant(),
    letterId: uuid().notNull(),
    /** Part of the address by which anyone can check the letter; cannot be guessed. */
    proof: text().notNull(),
    /** Version of the layout and the words. */
    template: text().notNull(),
    /** The document as the typesetter takes it. */
    document: jsonb().$type<unknown>().notNull(),
    askedAt: instant().notNull(),
    madeAt: instant(),
    /** What the typesetter refused; tried again when someone asks for it. */
    problem: text(),
    tries: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.letterId] }),
    unique("letter_making_proof_key").on(t.unitId, t.proof),
    index("letter_making_waiting_idx").on(t.unitId, t.askedAt).where(sql`${t.madeAt} is null`),
    foreignKey({
      name: "letter_making_letter_fk",
      columns: [t.unitId, t.letterId],
      foreignColumns: [letter.unitId, letter.id],
    }),
  ],
);
