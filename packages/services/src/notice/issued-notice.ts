import type { NoticeKind } from "@gandan/model/notice/reminder-times";

/** A reminder as it has just been told. */
export interface IssuedNotice {
  id: string;
  dossierId: string;
  kind: NoticeKind;
  at: Date;
  dueAt: Date | null;
  audience: "officer" | "desk" | "chairman";
  staffId: string | null;
}
