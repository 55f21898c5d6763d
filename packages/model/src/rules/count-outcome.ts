import type { DossierColumns } from "../dossier/dossier-columns";
import { NEVER } from "../dossier/dossier-facts";
import { MET, MISSED, type OutcomeCode, PENDING } from "../outcome/outcome";

/** Whether something happened at most `max` times to row `i`: settled when the work is finished or the dossier has ended. */
export function countedOutcome(cols: DossierColumns, i: number, count: number, max: number): OutcomeCode {
  if (count > max) return MISSED;
  return cols.finishedAt[i]! === NEVER && cols.endedAt[i]! === NEVER ? PENDING : MET;
}
