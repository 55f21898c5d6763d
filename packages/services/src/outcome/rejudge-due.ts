import { toInstant, toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit, type UnitScope } from "@gandan/db/in-unit";
import { NEVER } from "@gandan/model/dossier/dossier-facts";
import { writeOutcomes } from "../dossier/record-dossiers";
import { FACT_SELECT } from "../rollup/count-reasons";
import { columnsToFacts, type FactColumns } from "./fact-columns";
import { loadJudge } from "./load-judge";

type Row = FactColumns & { id: string; receivedOn: string; ownVersionId: string | null };

const BATCH = 2_000;

/**
 * Judges again the dossiers whose outcome can have changed by time alone (a due minute passed without a result), at
 * most 2,000 a call. One transaction: outcomes, next time to look, and the days to fold.
 * @returns how many were judged; call again while it is the full batch
 */
export function rejudgeDue(ctx: UnitScope, now: Date): Promise<number> {
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    const rows = await sql<Row[]>`
      select d.id, d.received_on as "receivedOn", d.own_version_id as "ownVersionId", ${sql.unsafe(FACT_SELECT)}
      from dossier d where d.unit_id = ${unitId} and d.next_judge_at <= ${now}
      order by d.next_judge_at limit ${BATCH} for update skip locked`;
    if (rows.length === 0) return 0;
    const judge = await loadJudge(sql, unitId, now);
    const asOf = toLocalMinute(now);
    const next: { id: string; next_judge_at: Date | null }[] = [];
    const outcomes: Record<string, unknown>[] = [];
    for (const row of rows) {
      const facts = columnsToFacts(row);
      const verdict = judge.verdict(facts, row.receivedOn, asOf, row.ownVersionId);
      const at = verdict.nextJudgeAt;
      next.push({ id: row.id, next_judge_at: at === NEVER ? null : toInstant(at) });
      for (const { versionId, bits, pending } of verdict.outcomes) {
        outcomes.push({ dossier_id: row.id, version_id: versionId, bits, pending });
      }
    }
    await writeOutcomes(sql, unitId, JSON.stringify(outcomes), now);
    await sql`
      update dossier d set next_judge_at = r.next_judge_at
      from jsonb_populate_recordset(null::dossier, ${JSON.stringify(next)}::jsonb) r
      where d.unit_id = ${unitId} and d.id = r.id`;
    const days = [...new Set(rows.map(({ receivedOn }) => receivedOn))];
    await sql`insert into rollup_dirty (unit_id, day) select ${unitId}, d::date from unnest(${days}::text[]) d`;
    return rows.length;
  });
}
