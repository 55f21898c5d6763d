import type { Period } from "@gandan/model/oversight/period";
import type { UnitFacts } from "@gandan/model/rules/facts";
import type { TransactionSql } from "postgres";
import { readFeedbackFacts } from "../feedback/read-feedback-facts";
import { readPetitionFacts } from "../petition/read-petition-facts";
import { readPublicationFacts } from "../publication/read-publication-facts";
import { readOfficerFacts, readSurveyFacts } from "../survey/read-survey-facts";

/** Facts of one area in a period; undefined where the unit has nothing of the kind, so that it is not measured. */
type Reader<K extends keyof UnitFacts> = (
  sql: TransactionSql,
  unitId: string,
  period: Period,
  now: Date,
) => Promise<UnitFacts[K] | undefined>;

/** Each area has its reader in its own folder, and a line here. */
const READERS: { [K in keyof UnitFacts]: Reader<K> } = {
  survey: readSurveyFacts,
  officer: readOfficerFacts,
  publication: readPublicationFacts,
  feedback: readFeedbackFacts,
  petition: readPetitionFacts,
};

/**
 * All facts of a unit in a period of local days, both included, that are not dossiers: what rules on surveys, officers
 * and the other areas judge.
 */
export async function readUnitFacts(
  sql: TransactionSql,
  unitId: string,
  period: Period,
  now: Date,
): Promise<UnitFacts> {
  const facts: UnitFacts = {};
  for (const area of Object.keys(READERS) as (keyof UnitFacts)[]) {
    const found = await READERS[area]?.(sql, unitId, period, now);
    if (found !== undefined) Object.assign(facts, { [area]: found });
  }
  return facts;
}
