import type { Period } from "@gandan/model/oversight/period";
import { type Interval, wilson } from "@gandan/model/score/wilson";
import type { TransactionSql } from "postgres";

/** What makes answers of a period doubtful, beside each result. Counts of sheets, never of answers. */
export interface SurveyIntegrity {
  /** Sheets received in the period, those of the running span included. */
  sheets: number;
  bySource: { token: number; point: number; tablet: number; "paper-staff": number; "paper-mttq": number };
  /** Answered faster than anyone reads. */
  quick: number;
  /** Came with many others within a minute. */
  burst: number;
  /** From a device that had answered that day. */
  sameDevice: number;
  /** Typed in by the office that is judged: share of all sheets; null without sheets. */
  staffEntered: { share: number; interval: Interval } | null;
  /** Dossiers that were given a token in the period. */
  invited: number;
  /** Sheets that came by a token, of those invited; at most 1; null when nobody was. */
  responseRate: number | null;
}

type Source = keyof SurveyIntegrity["bySource"];

/** Counts what makes the answers to a form in a period doubtful. */
export async function readIntegrity(
  sql: TransactionSql,
  unitId: string,
  form: { formId: string; slug: string },
  { from, to }: Period,
): Promise<SurveyIntegrity> {
  const [rows, [invited]] = await Promise.all([
    sql<{ dimension: string; value: string; n: number }[]>`
      select dimension, value, sum(counts[1])::int as n from rollup_survey
      where unit_id = ${unitId} and form_id = ${form.formId} and dimension in ('all', 'source', 'mark')
        and day between ${from} and ${to} and question_id = ''
      group by 1, 2`,
    sql<{ n: number }[]>`
      select count(*)::int as n from survey_invitation
      where unit_id = ${unitId} and form_slug = ${form.slug} and issued_on between ${from} and ${to}`,
  ]);
  const of = (dimension: string, value: string) =>
    rows.find((row) => row.dimension === dimension && row.value === value)?.n ?? 0;
  const source = (value: Source) => of("source", value);
  const sheets = of("all", "");
  const typed = source("paper-staff");
  return {
    sheets,
    bySource: {
      token: source("token"),
      point: source("point"),
      tablet: source("tablet"),
      "paper-staff": typed,
      "paper-mttq": source("paper-mttq"),
    },
    quick: of("mark", "quick"),
    burst: of("mark", "burst"),
    sameDevice: of("mark", "same-device"),
    staffEntered: sheets === 0 ? null : { share: typed / sheets, interval: wilson(typed, sheets) },
    invited: invited?.n ?? 0,
    responseRate: invited?.n ? Math.min(1, source("token") / invited.n) : null,
  };
}
