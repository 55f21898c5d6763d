import type { LocalMinute } from "@gandan/calendar/local-time";
import { type FoldEnv, foldDossier } from "../dossier/fold-dossier";
import type { ModelSource } from "../model/model-schema";
import { outcomeCode } from "../outcome/judgement";
import type { Judgement } from "../outcome/outcome";
import { countOutcome, emptyTally, type Tally } from "../outcome/tally";
import { compileModel } from "../rules/compile-model";
import { type Score, scoreModel } from "../score/score-model";
import type { FactsLine } from "./read-facts";

export interface EvaluatedDossier {
  code: string;
  /** By rule id, in the order of the model. */
  outcomes: Record<string, Judgement>;
}

export interface Evaluation {
  dossiers: EvaluatedDossier[];
  /** Counts of each rule that judges dossiers. */
  indicators: Record<string, Tally>;
  score: Score;
}

/**
 * Dossiers told by their events, judged by one model as of a local minute: outcomes with reasons, counts, score.
 * `registered` are the procedures the unit registered. Throws AppError for rules that do not compile, CalendarError for
 * times outside the calendar.
 */
export function evaluateDossiers(
  model: ModelSource,
  lines: readonly FactsLine[],
  env: Omit<FoldEnv, "termAt"> & { registered: ReadonlySet<string> },
  asOf: LocalMinute,
): Evaluation {
  const compiled = compileModel(model, env);
  const tallies = new Map(compiled.dossierRuleIds.map((id) => [id, emptyTally()]));
  const dossiers = lines.map(({ code, events }) => {
    const judgements = compiled.judgeDossier(foldDossier(events, env), asOf);
    const outcomes: Record<string, Judgement> = {};
    for (const [i, id] of compiled.dossierRuleIds.entries()) {
      outcomes[id] = judgements[i]!;
      countOutcome(tallies.get(id)!, outcomeCode(judgements[i]!.outcome));
    }
    return { code, outcomes };
  });
  return { dossiers, indicators: Object.fromEntries(tallies), score: scoreModel(model, tallies) };
}
