import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** A version of the text of a kind of letter, written once; the highest is in force. No version: the delivered text. */
export const letterTemplate = pgTable(
  "letter_template",
  {
    unitId: tenant().references(() => unit.id),
    kind: text().notNull(),
    /** 1, 2, 3 … within the kind. */
    version: integer().notNull(),
    /** In the language of templates; null goes back to the delivered text. */
    source: text(),
    /** The version that it took up again. */
    takenFrom: integer(),
    savedAt: instant().notNull(),
    savedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.kind, t.version] })],
);
