import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import type { DossierRow } from "@gandan/db/schema/dossier";
import { type DossierFacts, NEVER } from "@gandan/model/dossier/dossier-facts";

/** The columns of `dossier` that hold folded facts. */
export type FactColumns = Pick<
  DossierRow,
  | "procedureCode"
  | "procedureGroup"
  | "channel"
  | "flags"
  | "state"
  | "receivedAt"
  | "acceptedAt"
  | "dueAt"
  | "promisedAt"
  | "finishedAt"
  | "handedOverAt"
  | "closedAt"
  | "endedAt"
  | "pausedMinutes"
  | "pausedSince"
  | "supplementRequests"
  | "reappointments"
  | "apologyAt"
  | "apologyFields"
  | "apologySigner"
  | "letters"
>;

const instantOf = (minute: number): Date | null => (minute === NEVER ? null : toInstant(minute));
const minuteOf = (instant: Date | null): number => (instant === null ? NEVER : toLocalMinute(instant));

/** Facts as they are stored: local minutes become instants, NEVER becomes null. */
export function factsToColumns(facts: DossierFacts): FactColumns {
  return {
    procedureCode: facts.procedure,
    procedureGroup: facts.group,
    channel: facts.channel,
    flags: [...facts.flags],
    state: facts.state,
    receivedAt: toInstant(facts.receivedAt),
    acceptedAt: instantOf(facts.acceptedAt),
    dueAt: instantOf(facts.dueAt),
    promisedAt: instantOf(facts.promisedAt),
    finishedAt: instantOf(facts.finishedAt),
    handedOverAt: instantOf(facts.handedOverAt),
    closedAt: instantOf(facts.closedAt),
    endedAt: instantOf(facts.endedAt),
    pausedMinutes: facts.pausedMinutes,
    pausedSince: instantOf(facts.pausedSince),
    supplementRequests: facts.supplementRequests,
    reappointments: facts.reappointments,
    apologyAt: instantOf(facts.apologyAt),
    apologyFields: [...facts.apologyFields],
    apologySigner: facts.apologySigner,
    letters: facts.letters.map(({ letter, at }) => ({ letter, at: toInstant(at).toISOString() })),
  };
}

/** The reverse of {@link factsToColumns}: what rules judge, read from a stored dossier without its events. */
export function columnsToFacts(row: FactColumns): DossierFacts {
  return {
    procedure: row.procedureCode,
    group: row.procedureGroup,
    channel: row.channel,
    flags: row.flags,
    state: row.state,
    receivedAt: toLocalMinute(row.receivedAt),
    acceptedAt: minuteOf(row.acceptedAt),
    dueAt: minuteOf(row.dueAt),
    promisedAt: minuteOf(row.promisedAt),
    finishedAt: minuteOf(row.finishedAt),
    handedOverAt: minuteOf(row.handedOverAt),
    closedAt: minuteOf(row.closedAt),
    endedAt: minuteOf(row.endedAt),
    pausedMinutes: row.pausedMinutes,
    pausedSince: minuteOf(row.pausedSince),
    supplementRequests: row.supplementRequests,
    reappointments: row.reappointments,
    apologyAt: minuteOf(row.apologyAt),
    apologyFields: row.apologyFields,
    apologySigner: row.apologySigner,
    letters: row.letters.map(({ letter, at }) => ({ letter, at: toLocalMinute(new Date(at)) })),
  };
}
