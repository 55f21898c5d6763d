import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { staff } from "./staff";

/** What a unit says of a person who works there: number in its list of staff, and title. */
export const staffPost = pgTable(
  "staff_post",
  {
    unitId: tenant(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** Unique within the unit, where there is one. */
    code: text(),
    title: text().notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.staffId] }), unique("staff_post_code_key").on(t.unitId, t.code)],
);
