import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { byteText, instant, localDay, tenant } from "./columns";
import { factColumns } from "./fact-columns";
import { unit } from "./unit";

/** A dossier with its facts folded from `dossier_event`. Known outside by (unit, external code). */
export const dossier = pgTable(
  "dossier",
  {
    unitId: tenant().references(() => unit.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    externalCode: byteText().notNull(),
    /** Local day of receipt: the key of roll-ups, never changed. */
    receivedOn: localDay().notNull(),
    ...factColumns(),
    applicantName: text(),
    phone: text(),
    /** The name without marks, for search ({@link searchKeys} of the model); null without a name. */
    nameKey: byteText(),
    /** The same from its end: a given name is the beginning of it. */
    nameTail: byteText(),
    /** The name with its marks, in small letters: what is typed with marks is looked for in it. */
    nameMarked: byteText(),
    /** Digits of the phone from the last one on. */
    phoneTail: byteText(),
    officer: text(),
    /** `seq` of the last event folded. */
    lastSeq: integer().notNull(),
    /** Earliest moment at which an outcome can change by time alone; null when none can. */
    nextJudgeAt: instant(),
    /** Earliest moment at which somebody is to be reminded of it; null when nobody is. */
    nextRemindAt: instant(),
    /** The unit's own model version in force on the day of receipt; null when it had none. */
    ownVersionId: uuid(),
    /** Made by the form of the desk, so that a form sent twice is one dossier; null for what came otherwise. */
    receiptKey: uuid(),
    /** When its letters are to be looked at: drafted, or withdrawn; null when nothing is to be done. */
    lettersAt: instant(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.unitId, t.id] }),
    unique("dossier_external_code_key").on(t.unitId, t.externalCode),
    uniqueIndex("dossier_receipt_key").on(t.unitId, t.receiptKey).where(sql`${t.receiptKey} is not null`),
    index("dossier_received_idx").on(t.unitId, t.receivedOn, t.id),
    index("dossier_open_due_idx").on(t.unitId, t.dueAt).where(sql`${t.finishedAt} is null and ${t.endedAt} is null`),
    index("dossier_finished_idx").on(t.unitId, t.finishedAt, t.procedureCode).where(sql`${t.finishedAt} is not null`),
    index("dossier_not_closed_idx")
      .on(t.unitId, t.finishedAt)
      .where(sql`${t.finishedAt} is not null and ${t.closedAt} is null`),
    index("dossier_handed_over_idx").on(t.unitId, t.handedOverAt).where(sql`${t.handedOverAt} is not null`),
    // By ranges of text only: what LIKE or full text would match, row-level security keeps away from any index.
    index("dossier_name_key_idx")
      .on(t.unitId, t.nameKey, t.receivedOn, t.id, t.nameMarked)
      .where(sql`${t.nameKey} is not null`),
    index("dossier_name_tail_idx")
      .on(t.unitId, t.nameTail, t.receivedOn, t.id, t.nameMarked)
      .where(sql`${t.nameTail} is not null`),
    index("dossier_phone_tail_idx")
      .on(t.unitId, t.phoneTail, t.receivedOn, t.id)
      .where(sql`${t.phoneTail} is not null`),
    index("dossier_letters_idx").on(t.lettersAt, t.unitId).where(sql`${t.lettersAt} is not null`),
    index("dossier_next_judge_idx").on(t.nextJudgeAt, t.unitId).where(sql`${t.nextJudgeAt} is not null`),
    index("dossier_next_remind_idx").on(t.nextRemindAt, t.unitId).where(sql`${t.nextRemindAt} is not null`),
  ],
);
export type DossierRow = typeof dossier.$inferSelect;
