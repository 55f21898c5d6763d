import { poolTallies, type Tally } from "@gandan/model/outcome/tally";
import type { Period } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import type { CountedVersion } from "../rollup/read-indicators";
import { indicatorsOf } from "../score/read-score";
import { readBelowIndicators } from "./read-below-indicators";
import type { UnitSpan } from "./units-below";

/** What the yardsticks say of one unit over a period. */
export interface YardstickTallies {
  dossiers: number;
  /** By rule; rules of one id in several versions are counted together. */
  byRule: ReadonlyMap<string, Tally>;
}

const NONE: YardstickTallies = { dossiers: 0, byRule: new Map() };

/**
 * Yardstick indicators of units from roll-ups, in a number of queries that does not grow with theirs; a unit that was
 * moved counts only while it was below. The same for a unit that looks at itself and for one that looks down.
 * @param asked the versions to count, all yardsticks applied in the period when left out; `sharesOf` when only met and
 * missed of these rules are needed
 */
export async function readYardstickTallies(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  period: Period,
  asked: { versions?: readonly CountedVersion[]; sharesOf?: ReadonlySet<string> } = {},
): Promise<(unitId: string) => YardstickTallies> {
  const counted = asked.versions ?? (await readAppliedVersions(sql, period));
  const ruleIds = new Map(counted.map((version) => [version.versionId, version.ruleIds]));
  const sums = await readBelowIndicators(sql, units, counted, period, asked.sharesOf);
  const byUnit = new Map<string, { dossiers: number; byRule: Map<string, Tally> }>();
  for (const { unitId, versionId, dossiers, tallies } of sums) {
    const indicators = indicatorsOf(ruleIds.get(versionId) ?? [], tallies);
    const known = byUnit.get(unitId);
    if (!known) {
      byUnit.set(unitId, { dossiers, byRule: indicators });
      continue;
    }
    known.dossiers += dossiers;
    for (const [ruleId, tally] of indicators) {
      const before = known.byRule.get(ruleId);
      known.byRule.set(ruleId, before ? poolTallies([before, tally]) : tally);
    }
  }
  return (unitId) => byUnit.get(unitId) ?? NONE;
}

/** Versions that were applied as yardsticks in a period, by any unit whose applications the reader sees. */
async function readAppliedVersions(sql: TransactionSql, { from, to }: Period): Promise<CountedVersion[]> {
  return sql<CountedVersion[]>`
    select distinct v.id as "versionId", v.dossier_rule_ids as "ruleIds"
    from yardstick_application y join model_version v on v.unit_id = y.model_unit_id and v.id = y.version_id
    where y.valid_from <= ${to}::date and (y.valid_to is null or y.valid_to > ${from}::date)`;
}
