import { foreignKey, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, tenant } from "./columns";
import { notice } from "./notice";

/** What a person has read; those of one click share a `batch`, by which it is taken back. */
export const noticeRead = pgTable(
  "notice_read",
  {
    unitId: tenant(),
    staffId: uuid().notNull(),
    noticeId: uuid().notNull(),
    readAt: instant().notNull(),
    batch: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.staffId, t.noticeId] }),
    foreignKey({
      name: "notice_read_notice_fk",
      columns: [t.unitId, t.noticeId],
      foreignColumns: [notice.unitId, notice.id],
    }),
  ],
);
