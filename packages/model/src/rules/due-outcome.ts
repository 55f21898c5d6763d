import type { OfficeCalendar } from "@gandan/calendar/office-calendar";
import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { MET, MISSED, NOT_APPLICABLE, type OutcomeCode, PENDING, type Reason } from "../outcome/outcome";
import { reason } from "../outcome/reason-keys";

/**
 * Whether the work on row `i` was, or still may be, finished by local minute `due`. The due minute itself is on time; a
 * clock that stands still is never late; refused, withdrawn and stopped dossiers are judged up to their end; before
 * acceptance the clock has not started.
 */
export function dueOutcome(cols: DossierColumns, i: number, due: number, asOf: number): OutcomeCode {
  const finished = cols.finishedAt[i]!;
  if (finished !== NEVER) return due === NEVER ? NOT_APPLICABLE : finished <= due ? MET : MISSED;
  const ended = cols.endedAt[i]!;
  if (cols.acceptedAt[i]! === NEVER) return ended === NEVER ? PENDING : NOT_APPLICABLE;
  if (due === NEVER) return NOT_APPLICABLE;
  if (ended !== NEVER) return ended <= due ? NOT_APPLICABLE : MISSED;
  return Math.min(asOf, cols.pausedSince[i]!) <= due ? PENDING : MISSED;
}

/** First minute after `asOf` at which {@link dueOutcome} changes by time alone; NEVER if none. */
export function dueFlipsAt(cols: DossierColumns, i: number, due: number, asOf: number): number {
  if (cols.finishedAt[i]! !== NEVER || cols.endedAt[i]! !== NEVER || cols.acceptedAt[i]! === NEVER) return NEVER;
  if (due === NEVER || asOf > due || cols.pausedSince[i]! <= due) return NEVER;
  return due + 1;
}

/** Why {@link dueOutcome} says what it says; minutes late or left are working minutes of `calendar`. */
export function dueReason(
  cols: DossierColumns,
  i: number,
  due: number,
  asOf: number,
  calendar: OfficeCalendar,
): Reason {
  const finishedAt = cols.finishedAt[i]!;
  const endedAt = cols.endedAt[i]!;
  if (finishedAt === NEVER && cols.acceptedAt[i]! === NEVER) {
    return endedAt === NEVER
      ? reason("dossier.awaitingAcceptance", { receivedAt: cols.receivedAt[i]! })
      : reason("dossier.notAccepted", { endedAt });
  }
  if (due === NEVER) return reason("dossier.noDue", {});
  if (finishedAt !== NEVER) {
    if (finishedAt <= due) return reason("dossier.onTime", { finishedAt, dueAt: due });
    return reason("dossier.late", {
      finishedAt,
      dueAt: due,
      lateMinutes: calendar.workingMinutesBetween(due, finishedAt),
    });
  }
  if (endedAt !== NEVER) {
    if (endedAt <= due) return reason("dossier.endedInTime", { endedAt, dueAt: due });
    return reason("dossier.endedLate", {
      endedAt,
      dueAt: due,
      lateMinutes: calendar.workingMinutesBetween(due, endedAt),
    });
  }
  const pausedAt = cols.pausedSince[i]!;
  const clockAt = Math.min(asOf, pausedAt);
  if (clockAt > due)
    return reason("dossier.lateOpen", { dueAt: due, lateMinutes: calendar.workingMinutesBetween(due, clockAt) });
  if (pausedAt <= asOf) return reason("dossier.paused", { pausedAt, dueAt: due });
  return reason("dossier.running", { dueAt: due, leftMinutes: calendar.workingMinutesBetween(asOf, due) });
}

/**
 * Whether something owed after the work on row `i` is finished (closing, a letter) was done by `limit`; `limit` is only
 * asked when the work is finished.
 */
export function afterFinishOutcome(
  cols: DossierColumns,
  i: number,
  doneAt: number,
  limit: number,
  asOf: number,
): OutcomeCode {
  if (cols.finishedAt[i]! === NEVER) return cols.endedAt[i]! === NEVER ? PENDING : NOT_APPLICABLE;
  if (doneAt !== NEVER) return doneAt <= limit ? MET : MISSED;
  return asOf <= limit ? PENDING : MISSED;
}

/** First minute after `asOf` at which {@link afterFinishOutcome} changes by time alone; NEVER if none. */
export function afterFinishFlipsAt(
  cols: DossierColumns,
  i: number,
  doneAt: number,
  limit: number,
  asOf: number,
): number {
  return cols.finishedAt[i]! !== NEVER && doneAt === NEVER && asOf <= limit ? limit + 1 : NEVER;
}

/** Reason of a dossier whose work is not finished, for rules about what follows the finish. */
export function unfinishedReason(cols: DossierColumns, i: number): Reason {
  const endedAt = cols.endedAt[i]!;
  return endedAt === NEVER ? reason("dossier.notFinishedYet", {}) : reason("dossier.endedBeforeFinish", { endedAt });
}
