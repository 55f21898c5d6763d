import { foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, tenant } from "./columns";
import { letter } from "./letter";

/** The signed file of a letter, as it was sent: written once, never changed. */
export const letterFile = pgTable(
  "letter_file",
  {
    unitId: tenant(),
    letterId: uuid().notNull(),
    pdf: bytes().notNull(),
    /** SHA-256 of the file, hexadecimal. */
    hash: text().notNull(),
    /** Part of the address by which anyone can check the letter; cannot be guessed. */
    proof: text().notNull(),
    /** Version of the layout and the words that made it. */
    template: text().notNull(),
    frozenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.letterId] }),
    unique("letter_file_proof_key").on(t.unitId, t.proof),
    foreignKey({
      name: "letter_file_letter_fk",
      columns: [t.unitId, t.letterId],
      foreignColumns: [letter.unitId, letter.id],
    }),
  ],
);
