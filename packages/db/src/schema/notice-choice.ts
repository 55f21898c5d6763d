import { boolean, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { unit } from "./unit";

/** How a person wants to be reminded in a unit: the address for e-mail and the kinds sent there. */
export const noticeChoice = pgTable(
  "notice_choice",
  {
    unitId: tenant().references(() => unit.id),
    staffId: uuid().notNull(),
    address: text(),
    mailOn: boolean().notNull().default(false),
    kinds: text().array().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.staffId] })],
);
