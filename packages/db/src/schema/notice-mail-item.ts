import { foreignKey, index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { tenant } from "./columns";
import { notice } from "./notice";
import { noticeMail } from "./notice-mail";

/** Which reminder goes in which e-mail: one to a person once. */
export const noticeMailItem = pgTable(
  "notice_mail_item",
  {
    unitId: tenant(),
    staffId: uuid().notNull(),
    noticeId: uuid().notNull(),
    mailId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.staffId, t.noticeId] }),
    index("notice_mail_item_mail_idx").on(t.unitId, t.mailId),
    foreignKey({
      name: "notice_mail_item_notice_fk",
      columns: [t.unitId, t.noticeId],
      foreignColumns: [notice.unitId, notice.id],
    }),
    foreignKey({
      name: "notice_mail_item_mail_fk",
      columns: [t.unitId, t.mailId],
      foreignColumns: [noticeMail.unitId, noticeMail.id],
    }),
  ],
);
