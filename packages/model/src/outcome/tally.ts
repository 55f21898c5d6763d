import { MET, MISSED, NOT_APPLICABLE, type OutcomeCode } from "./outcome";

/** Outcomes of one rule, counted. An indicator is `met / (met + missed)` with n = `met + missed`. */
export interface Tally {
  met: number;
  missed: number;
  pending: number;
  notApplicable: number;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { met: 0, missed: 0, pending: 0, notApplicable: 0 };
}

/** Counts one more outcome into `tally`. */
export function countOutcome(tally: Tally, code: OutcomeCode): void {
  if (code === MET) tally.met++;
  else if (code === MISSED) tally.missed++;
  else if (code === NOT_APPLICABLE) tally.notApplicable++;
  else tally.pending++;
}

/** Counts what `other` counts into `tally` too. */
export function addTally(tally: Tally, other: Tally): void {
  tally.met += other.met;
  tally.missed += other.missed;
  tally.pending += other.pending;
  tally.notApplicable += other.notApplicable;
}

/** Sum of tallies: the pooled indicator of several rules or units. */
export function poolTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const tally of tallies) addTally(sum, tally);
  return sum;
}
