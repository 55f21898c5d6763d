import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import { toLocalMinute } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { Judgement } from "@gandan/model/outcome/outcome";
import { type ExplainedRule, explainRule } from "@gandan/model/score/explain";
import type { MissedDossiers } from "@gandan/model/score/score-inputs";
import { columnsToFacts, type FactColumns } from "../outcome/fact-columns";
import { loadJudge } from "../outcome/load-judge";
import { FACT_SELECT } from "../rollup/count-reasons";
import { readIndicators } from "../rollup/read-indicators";
import { indicatorsOf, readReasons } from "./read-score";

export interface MissedDossier {
  id: string;
  externalCode: string;
  procedureCode: string;
  procedureName: string;
  receivedAt: Date;
  dueAt: Date | null;
  judgement: Judgement;
}

export interface MissedDossiersPage {
  title: string;
  rule: ExplainedRule;
  dossiers: MissedDossier[];
  total: number;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;
type Row = FactColumns & { id: string; externalCode: string; receivedOn: string; ownVersionId: string | null };

/**
 * The last step down from a number: the very dossiers that missed a rule, each with its reason. No personal data.
 * @throws AppError FORBIDDEN, NOT_FOUND when the version does not judge this unit or lacks the rule
 */
export async function listMissedDossiers(ctx: UnitCtx, input: MissedDossiers): Promise<MissedDossiersPage> {
  authorize(ctx, "score:read");
  return inUnit(ctx, async (_tx, sql) => {
    const { unitId } = ctx;
    const judge = await loadJudge(sql, unitId, ctx.now);
    const span = judge.versionsBetween(input.from, input.to).find(({ versionId }) => versionId === input.versionId);
    const ruleIds = span ? judge.ruleIdsOf(span) : [];
    const index = ruleIds.indexOf(input.ruleId);
    if (!span || index < 0) throw new AppError("NOT_FOUND", "rule.unknown", { rule: input.ruleId });
    const { from, to, page } = input;
    const [rows, counts, sums, reasons] = await Promise.all([
      sql<Row[]>`
        select d.id, d.external_code as "externalCode", d.received_on as "receivedOn",
          d.own_version_id as "ownVersionId", ${sql.unsafe(FACT_SELECT)}
        from dossier d
        join dossier_outcome o on o.unit_id = d.unit_id and o.dossier_id = d.id and o.version_id = ${span.versionId}
        where d.unit_id = ${unitId} and d.received_on between ${from}::date and ${to}::date
          and (o.bits >> ${2 * index}) & 3 = 2
        order by d.received_on desc, d.id desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
      sql<{ total: number }[]>`
        select count(*)::int as total from dossier d
        join dossier_outcome o on o.unit_id = d.unit_id and o.dossier_id = d.id and o.version_id = ${span.versionId}
        where d.unit_id = ${unitId} and d.received_on between ${from}::date and ${to}::date
          and (o.bits >> ${2 * index}) & 3 = 2`,
      readIndicators(sql, { unitIds: [unitId], versions: [{ versionId: span.versionId, ruleIds }], from, to }),
      readReasons(sql, { unitIds: [unitId], versionId: span.versionId, from, to }),
    ]);
    const tally = indicatorsOf(ruleIds, sums[0]?.tallies ?? []).get(input.ruleId);
    const asOf = toLocalMinute(ctx.now);
    return {
      title: span.title,
      rule: explainRule(span.source, input.ruleId, tally, reasons.get(input.ruleId), ctx.language),
      dossiers: rows.map((row) => {
        const facts = columnsToFacts(row);
        const judged = judge.judge(facts, row.receivedOn, asOf, row.ownVersionId);
        const judgement = judged.find((each) => each.span.versionId === span.versionId)?.judgements[index];
        return {
          id: row.id,
          externalCode: row.externalCode,
          procedureCode: row.procedureCode,
          procedureName: judge.procedureOn(row.procedureCode, row.receivedOn)?.name ?? row.procedureCode,
          receivedAt: row.receivedAt,
          dueAt: row.dueAt,
          judgement: judgement ?? { outcome: "missed", reason: { key: "rule.unknown", params: {} } },
        };
      }),
      total: counts[0]?.total ?? 0,
      page,
      pageSize: PAGE_SIZE,
    };
  });
}
