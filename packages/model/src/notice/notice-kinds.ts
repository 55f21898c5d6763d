import { NOTICE_KINDS } from "./reminder-times";

/** What a reminder can be about. */
export type NoticeArea = "dossier" | "feedback" | "petition" | "officer-result" | "publication" | "survey";

/** Of one area alone, and told by e-mail too: what follows from results of officers, publications, and quotas. */
const OWN_KINDS = ["officer-told", "officer-asked", "officer-replied", "publication-due", "survey-quota"] as const;

/** All that is told by e-mail to those who want it; of petitions nothing leaves the site. */
export const MAIL_KINDS = [...NOTICE_KINDS, ...OWN_KINDS] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/**
 * All that is reminded of, in the order of the page's filter: the kinds of dossiers, of which feedback knows those of its
 * due date, and then those of one area alone.
 */
export const ALL_NOTICE_KINDS = [...NOTICE_KINDS, "petition-due", "petition-late", ...OWN_KINDS] as const;
export type AnyNoticeKind = (typeof ALL_NOTICE_KINDS)[number];
