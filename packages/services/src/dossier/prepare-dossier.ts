import { localDateOf, toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { canonicalJson } from "@gandan/db/audit/canonical-json";
import type { DossierEvent, DossierFact } from "@gandan/model/dossier/dossier-event";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { factsToColumns } from "../outcome/fact-columns";
import type { Judge } from "../outcome/judge";
import type { StagedDossier } from "./staged-dossier";

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
  const receivedOn = before?.receivedOn ?? localDateOf(facts.receivedAt);
  const asOf = toLocalMinute(now);
  const pinned = before ? before.ownVersionId : undefined;
  const next = judge.nextJudgeAt(facts, receivedOn, asOf, pinned);
  const firstSeq = (before?.lastSeq ?? 0) + 1;
  return {
    facts: factsToColumns(facts),
    knownId: before?.id ?? null,
    externalCode: intake.externalCode,
    receivedOn,
    applicantName: intake.applicantName ?? null,
    phone: intake.phone ?? null,
    officer: intake.officer ?? null,
    lastSeq: firstSeq + fresh.length - 1,
    nextJudgeAt: next === NEVER ? null : toInstant(next),
    ownVersionId: before ? before.ownVersionId : (judge.ownVersionOn(receivedOn)?.versionId ?? null),
    firstSeq,
    events: fresh,
    outcomes: judge.outcomes(facts, receivedOn, asOf, pinned).map(({ versionId, bits, pending }) => ({
      version_id: versionId,
      bits: bits.toString(),
      pending,
    })),
  };
}

/** ISO 8601 in UTC to the millisecond, so that equal instants have equal texts. */
function inUtc(instant: string): string {
  return instant.length === 24 && instant.endsWith("Z") ? instant : new Date(instant).toISOString();
}

/** The events that are not yet known, each once: the same content at the same instant is one event. */
function freshEvents(old: readonly DossierEvent[], told: readonly DossierEvent[]): DossierEvent[] {
  const fresh: DossierEvent[] = [];
  for (const event of told.map(eventInUtc)) {
    if (!old.some((known) => isSame(known, event)) && !fresh.some((known) => isSame(known, event))) fresh.push(event);
  }
  return fresh;
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
