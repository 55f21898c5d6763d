import { sql } from "drizzle-orm";
import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { unit } from "./unit";

/** One layer of the working calendar: national (no unit), or of a province or unit; later layers win by date. */
export const calendarLayer = pgTable("calendar_layer", {
  id: uuid().primaryKey().default(sql`uuidv7()`),
  unitId: uuid().references(() => unit.id),
  title: text().notNull(),
  source: jsonb().$type<unknown>().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});
