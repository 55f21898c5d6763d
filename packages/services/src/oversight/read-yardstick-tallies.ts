import { poolTallies, type Tally } from "@gandan/model/outcome/tally";
import type { Period } from "@gandan/model/oversight/period";
import type { TransactionSql } from "postgres";
import { indicatorsOf } from "../score/read-score";
import { readBelowIndicators } from "./read-below-indicators";
import { type JudgingVersion, readUsedVersions } from "./read-versions";
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
 * @param versions those to count; all yardsticks that the units' roll-ups were counted by when left out
 */
export async function readYardstickTallies(
  sql: TransactionSql,
  units: readonly UnitSpan[],
  period: Period,
  versions?: readonly JudgingVersion[],
): Promise<(unitId: string) => YardstickTallies> {
  const counted = versions ?? (await usedYardsticks(sql, units, period));
  const ruleIds = new Map(counted.map((version) => [version.versionId, version.ruleIds]));
  const sums = await readBelowIndicators(sql, units, counted, period);
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

async function usedYardsticks(sql: TransactionSql, units: readonly UnitSpan[], period: Period) {
  const used = (await readUsedVersions(sql, units, period)).filter(({ yardstick }) => yardstick);
  return [...new Map(used.map(({ version }) => [version.versionId, version])).values()];
}
