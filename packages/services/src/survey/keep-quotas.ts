import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { earliestOf, quarterOf } from "@gandan/model/oversight/period";
import { quota } from "@gandan/model/rules/survey-quota";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";
import { countProgress, quotaRuleOn } from "./read-progress";

/** Quarters that are counted anew: dossiers of those before do not change any more. */
const QUARTERS = 4;

/**
 * Counts finished dossiers and sheets of the last quarters with the quota in force on the last day of each so far (plan
 * 004, III.4), for offices above, which see no dossier. Counted as often as one likes, it is the same.
 */
export function keepQuotas(scope: UnitScope, now: Date): Promise<void> {
  const { unitId } = scope;
  const today = localToday(now);
  return inUnit(scope, async (_tx, sql) => {
    const judge = await loadJudge(sql, unitId, now);
    for (let back = 0; back < QUARTERS; back++) {
      const quarter = quarterOf(today, -back);
      const counts = await countProgress(sql, unitId, quarter);
      const dossiers = [...counts.dossiers.values()].reduce((sum, n) => sum + n, 0);
      const rule = quotaRuleOn(judge, earliestOf(quarter.to, today));
      const wanted = rule ? quota(rule.tiers, dossiers) : null;
      await sql`
        insert into rollup_quota (unit_id, quarter, dossiers, sheets, by_mttq, share, needed, clause, as_of)
        values (${unitId}, ${quarter.from}, ${dossiers}, ${counts.sheets}, ${counts.sources.get("paper-mttq") ?? 0},
          ${wanted?.share ?? null}, ${wanted?.needed ?? null}, ${rule?.clause ?? null}, ${now})
        on conflict (unit_id, quarter) do update set dossiers = excluded.dossiers, sheets = excluded.sheets,
          by_mttq = excluded.by_mttq, share = excluded.share, needed = excluded.needed, clause = excluded.clause,
          as_of = excluded.as_of`;
    }
  });
}
