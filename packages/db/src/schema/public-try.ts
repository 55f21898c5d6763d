import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/**
 * How often the public has tried something in a span of time, so that guessing and floods have an end whichever process
 * is asked. Rows of spans that are over are deleted by who counts next.
 */
export const publicTry = pgTable(
  "public_try",
  {
    unitId: tenant().references(() => unit.id),
    /** When the span began. */
    since: instant().notNull(),
    /** What is tried, by whom or on what: "look-up.address", "look-up.code". */
    area: text().notNull(),
    /** The address or the code, as an HMAC in hex: it cannot be read back. */
    mark: text().notNull(),
    tries: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.since, t.area, t.mark] })],
);
