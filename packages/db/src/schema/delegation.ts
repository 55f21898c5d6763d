import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, localDay, tenant } from "./columns";
import { staff } from "./staff";
import { unit } from "./unit";

/** The chairman lets a person of the unit sign letters for a time (Nghị định 30/2020/NĐ-CP, Điều 13). Never deleted. */
export const delegation = pgTable(
  "delegation",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    /** KT., TL. or TUQ. */
    capacity: text({ enum: ["deputy", "by-order", "authorised"] }).notNull(),
    position: text({ enum: ["vice-chairman", "head-of-office", "officer"] }).notNull(),
    /** As printed under the capacity: "Phó Chủ tịch". */
    title: text().notNull(),
    /** The document by which it was given. */
    reference: text().notNull(),
    validFrom: localDay().notNull(),
    /** The last day, included. */
    validTo: localDay().notNull(),
    givenBy: text().notNull(),
    givenAt: instant().notNull(),
    /** Ended before its last day. */
    endedBy: text(),
    endedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.id] }), index("delegation_staff_idx").on(t.unitId, t.staffId, t.validTo)],
);
