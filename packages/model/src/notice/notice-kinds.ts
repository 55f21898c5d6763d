import { NOTICE_KINDS } from "./reminder-times";

/** What a reminder can be about. */
export type NoticeArea = "dossier" | "feedback" | "petition" | "officer-result" | "publication" | "survey";

/**
 * All that is reminded of, in the order of the page's filter: the kinds of dossiers, of which feedback knows those of its
 * due date, and then those of one area alone.
 */
export const ALL_NOTICE_KINDS = [
  ...NOTICE_KINDS,
  "petition-due",
  "petition-late",
  "officer-told",
  "officer-asked",
  "officer-replied",
  "publication-due",
  "survey-quota",
] as const;
export type AnyNoticeKind = (typeof ALL_NOTICE_KINDS)[number];
