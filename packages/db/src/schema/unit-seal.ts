import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, instant, tenant } from "./columns";
import { unit } from "./unit";

/** The picture that stands before the unit's name on its public pages: its seal or emblem. */
export const unitSeal = pgTable(
  "unit_seal",
  {
    unitId: tenant().references(() => unit.id),
    /** Told from the content, never from a name: "image/png", "image/jpeg". */
    mediaType: text().notNull(),
    image: bytes().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** SHA-256 of the image, hexadecimal: part of its address. */
    hash: text().notNull(),
    changedAt: instant().notNull(),
    changedBy: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId] })],
);
