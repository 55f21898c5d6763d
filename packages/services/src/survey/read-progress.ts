import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { minuteOfDate, toInstant } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { paramsOf } from "@gandan/model/model/rule-language";
import { earliestOf, type Period, shiftDay } from "@gandan/model/oversight/period";
import { quota, surveyQuota } from "@gandan/model/rules/survey-quota";
import type { SurveyProgressInput } from "@gandan/model/survey/result-inputs";
import { type ResultPeriod, resultPeriod } from "@gandan/model/survey/result-period";
import type { TransactionSql } from "postgres";
import type { Judge } from "../outcome/judge";
import { loadJudge } from "../outcome/load-judge";
import { localToday } from "../unit/local-today";

export interface ProcedureProgress {
  code: string;
  name: string;
  /** Finished in the period. */
  dossiers: number;
  /** Sheets that name the procedure; null for fewer than `minCell`, but not none. */
  sheets: number | null;
}

export interface SurveyProgress {
  period: ResultPeriod;
  /** Whether dossiers and sheets can still come. */
  running: boolean;
  /** Dossiers finished in the period so far. */
  dossiers: number;
  sheets: number;
  /** Sheets typed in from paper by the Fatherland Front. */
  byMttq: number;
  /** Of the model in force on the last day so far; null where it sets none. */
  quota: { share: number; needed: number; clause: string | null } | null;
  procedures: ProcedureProgress[];
  /** Where people answer without a dossier's token. */
  points: { id: string; label: string; retired: boolean; sheets: number | null }[];
  /** The strictest of the forms that took answers. */
  minCell: number;
}

/** The quota that the unit's own model, else a yardstick, sets on a day; undefined where none does. */
export function quotaRuleOn(judge: Judge, day: LocalDate) {
  for (const { source } of judge.versionsOn(day)) {
    const rule = Object.values(source.rules).find(({ kind }) => kind === surveyQuota.kind);
    const read = rule && surveyQuota.params.safeParse(paramsOf(rule));
    if (!read?.success) continue;
    const { tiers } = read.data as { tiers: Parameters<typeof quota>[0] };
    return { tiers, clause: rule?.clause ?? null };
  }
  return undefined;
}

/** Sheets and finished dossiers of a unit in a period, whole and by procedure and point. */
export async function countProgress(sql: TransactionSql, unitId: string, period: Period) {
  const [dossiers, sheets] = await Promise.all([
    sql<{ code: string; n: number }[]>`
      select procedure_code as code, count(*)::int as n from dossier
      where unit_id = ${unitId} and finished_at >= ${toInstant(minuteOfDate(period.from, "00:00"))}
        and finished_at < ${toInstant(minuteOfDate(shiftDay(period.to, 1), "00:00"))}
      group by 1`,
    sql<{ dimension: string; value: string; n: number }[]>`
      select dimension, value, sum(counts[1])::int as n from rollup_survey
      where unit_id = ${unitId} and dimension in ('all', 'procedure', 'point', 'source')
        and day between ${period.from} and ${period.to} and question_id = ''
      group by 1, 2`,
  ]);
  const of = (dimension: string) =>
    new Map(sheets.flatMap((row) => (row.dimension === dimension ? [[row.value, row.n]] : [])));
  return {
    dossiers: new Map(dossiers.map(({ code, n }) => [code, n])),
    sheets: of("all").get("") ?? 0,
    procedures: of("procedure"),
    points: of("point"),
    sources: of("source"),
  };
}

/**
 * How many sheets came in a period for how many finished dossiers, against the quota of the model (plan 004, III.4).
 * Counts of sheets only: nothing of what they say.
 * @throws AppError FORBIDDEN
 */
export async function readProgress(ctx: UnitCtx, input: SurveyProgressInput): Promise<SurveyProgress> {
  authorize(ctx, "survey:read");
  const { unitId, now } = ctx;
  const today = localToday(now);
  const period = resultPeriod(input.kind, input.day ?? today, { openedOn: today, closedOn: null, today });
  return inUnit(ctx, async (_tx, sql) => {
    const counts = await countProgress(sql, unitId, period);
    const judge = await loadJudge(sql, unitId, now);
    const points = await sql<{ id: string; label: string; retired: boolean }[]>`
      select id, label, retired_at is not null as retired from survey_point where unit_id = ${unitId} order by label, id`;
    const [strictest] = await sql<{ minCell: number }[]>`
      select coalesce(max(min_cell), 5)::int as "minCell" from survey_form
      where unit_id = ${unitId} and opened_on <= ${period.to} and (closed_on is null or closed_on >= ${period.from})`;
    const { minCell } = strictest!;
    /** Where a few have answered, whoever knows who came knows who answered. */
    const enough = (n = 0) => (n > 0 && n < minCell ? null : n);
    const rule = quotaRuleOn(judge, earliestOf(period.to, today));
    const dossiers = [...counts.dossiers.values()].reduce((sum, n) => sum + n, 0);
    const codes = [...new Set([...counts.dossiers.keys(), ...counts.procedures.keys()])];
    return {
      period,
      running: period.to >= today,
      dossiers,
      sheets: counts.sheets,
      byMttq: counts.sources.get("paper-mttq") ?? 0,
      quota: rule ? { ...quota(rule.tiers, dossiers), clause: rule.clause } : null,
      procedures: codes
        .map((code) => ({
          code,
          name: judge.procedureOn(code, period.to)?.name ?? code,
          dossiers: counts.dossiers.get(code) ?? 0,
          sheets: enough(counts.procedures.get(code)),
        }))
        .sort((a, b) => b.dossiers - a.dossiers || (a.name < b.name ? -1 : 1)),
      points: points
        .map((point) => ({ ...point, sheets: enough(counts.points.get(point.id)) }))
        .filter(({ retired, sheets }) => !retired || sheets !== 0),
      minCell,
    };
  });
}
