import type { MailKind } from "@gandan/model/notice/notice-kinds";
import type { NoticeKind } from "@gandan/model/notice/reminder-times";

/** A reminder of any area as it has just been told. */
export interface ToldNotice {
  id: string;
  kind: MailKind;
  audience: "officer" | "desk" | "chairman";
  staffId: string | null;
}

/** A reminder about a dossier as it has just been told. */
export interface IssuedNotice extends ToldNotice {
  dossierId: string;
  kind: NoticeKind;
  at: Date;
  dueAt: Date | null;
}
