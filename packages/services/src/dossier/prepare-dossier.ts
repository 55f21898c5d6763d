import { type LocalDate, type LocalMinute, localDateOf, toLocalMinute } from "@gandan/calendar/local-time";
import { canonicalJson } from "@gandan/db/audit/canonical-json";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { searchKeys } from "@gandan/model/dossier/search-keys";
import { firstLookAt } from "@gandan/model/letter/due-letters";
import { nextReminderAt } from "../notice/dossier-reminders";
import type { Judge } from "../outcome/judge";
import type { StagedDossier } from "./staged-dossier";

const MINUTES_A_DAY = 1440;

/** A dossier as a source tells it. Events already known are passed over; new ones are appended. */
export interface DossierIntake {
  externalCode: string;
  applicantName?: string | null;
  phone?: string | null;
  officer?: string | null;
  events: readonly DossierEvent[];
}

/** What is kept of a dossier that a source tells again. */
export interface KnownDossier {
  id: string;
  externalCode: string;
  receivedOn: string;
  lastSeq: number;
  ownVersionId: string | null;
  nextRemindAt: Date | null;
  events: { at: string; recordedAt: string; fact: DossierFact }[] | null;
}

/** The row to write for one dossier with its fresh events and its outcomes, or null when it brings nothing new. */
export function prepareDossier(
  judge: Judge,
  intake: DossierIntake,
  before: KnownDossier | undefined,
  now: Date,
): StagedDossier | null {
  const old = before?.events?.map(eventInUtc) ?? [];
  const fresh = freshEvents(old, intake.events);
  if (before && fresh.length === 0) return null;

  const facts = judge.fold(old.length > 0 ? [...old, ...fresh] : fresh);
  const receivedOn = before?.receivedOn ?? dayOf(facts.receivedAt);
  const asOf = toLocalMinute(now);
  const pinned = before ? before.ownVersionId : undefined;
  const { outcomes, nextJudgeAt } = judge.verdict(facts, receivedOn, asOf, pinned);
  // A reminder whose time has come, and that nobody has told yet, is still to be told.
  const untold = before?.nextRemindAt ? Math.min(toLocalMinute(before.nextRemindAt), asOf) : asOf;
  const firstSeq = (before?.lastSeq ?? 0) + 1;
  return {
    facts,
    knownId: before?.id ?? null,
    externalCode: intake.externalCode,
    receivedOn,
    phone: intake.phone ?? null,
    lastSeq: firstSeq + fresh.length - 1,
    nextJudgeAt,
    nextRemindAt: nextReminderAt(judge, { facts, receivedOn, ownVersionId: pinned }, untold),
    // The mark by which the worker drafts letters, and withdraws drafts that are no longer needed.
    lettersAt: before ? asOf : firstLookAt(facts, asOf),
    ownVersionId: before ? before.ownVersionId : (judge.ownVersionOn(receivedOn)?.versionId ?? null),
    firstSeq,
    events: fresh,
    recordedAt: commonOf(fresh),
    outcomes,
    applicantName: intake.applicantName ?? null,
    officer: intake.officer ?? null,
    ...searchKeys(intake.applicantName, intake.phone),
  };
}

/** When all events were recorded; null when that differs. */
function commonOf([first, ...others]: readonly DossierEvent[]): string | null {
  if (!first) return null;
  return others.every(({ recordedAt }) => recordedAt === first.recordedAt) ? first.recordedAt : null;
}

const DAYS = new Map<number, string>();

/** As localDateOf, without making the text of the same day again and again. */
function dayOf(minute: LocalMinute): LocalDate {
  const number = Math.floor(minute / MINUTES_A_DAY);
  let day = DAYS.get(number);
  if (day === undefined) {
    if (DAYS.size > 10_000) DAYS.clear();
    day = localDateOf(minute);
    DAYS.set(number, day);
  }
  return day;
}

/** ISO 8601 in UTC to the millisecond, so that equal instants have equal texts. */
function inUtc(instant: string): string {
  return instant.length === 24 && instant.endsWith("Z") ? instant : new Date(instant).toISOString();
}

/** The events that are not yet known, each once: the same content at the same instant is one event. */
function freshEvents(old: readonly DossierEvent[], told: readonly DossierEvent[]): DossierEvent[] {
  const fresh: DossierEvent[] = [];
  for (const each of told) {
    const event = eventInUtc(each);
    if (!isAmong(old, event) && !isAmong(fresh, event)) fresh.push(event);
  }
  return fresh;
}

function isAmong(events: readonly DossierEvent[], event: DossierEvent): boolean {
  for (const each of events) if (isSame(each, event)) return true;
  return false;
}

function eventInUtc(event: DossierEvent): DossierEvent {
  const at = inUtc(event.at);
  const recordedAt = inUtc(event.recordedAt);
  return at === event.at && recordedAt === event.recordedAt ? event : { at, recordedAt, fact: event.fact };
}

function isSame(a: DossierEvent, b: DossierEvent): boolean {
  if (a.at !== b.at || a.fact.type !== b.fact.type) return false;
  return a.fact === b.fact || canonicalJson(a.fact) === canonicalJson(b.fact);
}
