import { sql } from "drizzle-orm";
import { pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** Since when results stand on the unit's public page without a gap, until when, and who decided each. */
export const publicationStanding = pgTable(
  "publication_standing",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** As the model names what is to be published. */
    slug: text().notNull(),
    fromAt: instant().notNull(),
    fromBy: text().notNull(),
    toAt: instant(),
    toBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    uniqueIndex("publication_standing_key").on(t.unitId, t.slug).where(sql`${t.toAt} is null`),
  ],
);
