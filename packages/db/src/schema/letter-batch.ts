import { sql } from "drizzle-orm";
import { integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** One act of signing, of one letter or many: who, when, and which letters could not be signed, each with its reason. */
export const letterBatch = pgTable(
  "letter_batch",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    signedBy: text().notNull(),
    signedAt: instant().notNull(),
    signed: integer().notNull(),
    refused: jsonb()
      .$type<{ letterId: string; key: string; details?: Record<string, string | number | boolean | null> }[]>()
      .notNull()
      .default([]),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] })],
);
