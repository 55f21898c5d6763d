import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inScope } from "@gandan/db/in-scope";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { judgedQuestion } from "@gandan/model/officer-result/judged-question";
import { type Period, quarterOf } from "@gandan/model/oversight/period";
import { answeredOf, type ToldShare } from "@gandan/model/survey/answered";
import type { ResultsBelowInput } from "@gandan/model/survey/result-inputs";
import { type ResultPeriod, resultPeriod } from "@gandan/model/survey/result-period";
import { addAnswers, scaleOf } from "@gandan/model/survey/shown-answers";
import { type DatedCounts, shownCounts, sumWithin } from "@gandan/model/survey/shown-counts";
import { readPlainUnitsBelow, windowOf } from "../oversight/units-below";
import { localToday } from "../unit/local-today";
import { shownAsOf, wholeQuarters } from "./read-counts";

export interface ResultBelow {
  id: string;
  slug: string;
  name: string;
  code: string;
  parentName: string | null;
  /** Forms that took answers on some day of the period. */
  forms: number;
  sheets: number;
  /** Answers to the general question, as far as they are told; null with too few. */
  satisfied: ToldShare | null;
}

export interface ResultsBelow {
  period: ResultPeriod;
  rows: ResultBelow[];
  total: number;
  /** Of all units, those of other pages included. */
  sheets: number;
  silent: number;
  page: number;
  pageSize: number;
}

const PAGE_SIZE = 50;
/** What a unit is judged by has five levels. */
const LEVELS = { kind: "level5" };

interface FormRow {
  unitId: string;
  formId: string;
  source: SurveyForm;
  minCell: number;
}

/**
 * The quarters of a period that lie wholly in the days on which a unit was below: what is shown of a quarter is worked
 * out of all of it, and of a part only by others who see the part.
 */
function quartersSeen(window: Period, period: Period): Period {
  const first = quarterOf(window.from);
  const last = quarterOf(window.to);
  return {
    from: window.from === period.from || first.from === window.from ? window.from : quarterOf(window.from, 1).from,
    to: window.to === period.to || last.to === window.to ? window.to : quarterOf(window.to, -1).to,
  };
}

/**
 * What citizens say in the units below, in a period of the calendar: counts of whole units, never of an officer, a
 * procedure or a place, and under the same rule as in the unit itself.
 * @throws AppError FORBIDDEN
 */
export async function readResultsBelow(ctx: UnitCtx, input: ResultsBelowInput): Promise<ResultsBelow> {
  authorize(ctx, "survey:read");
  const today = localToday(ctx.now);
  const period = resultPeriod(input.kind, input.day ?? today, { openedOn: today, closedOn: null, today });
  return inScope(ctx, async (_tx, sql) => {
    const units = await readPlainUnitsBelow(sql, ctx.unitId, period);
    const ids = units.map(({ id }) => id);
    const totals = await sql<{ unitId: string; day: LocalDate; n: number }[]>`
      select unit_id as "unitId", day, sum(counts[1])::int as n from rollup_survey
      where unit_id = any(${ids}::uuid[]) and dimension = 'all' and question_id = ''
        and day between ${period.from} and ${period.to}
      group by 1, 2`;
    const windows = new Map(units.map((unit) => [unit.id, windowOf(unit, period)]));
    const sheetsOf = new Map<string, number>();
    for (const { unitId, day, n } of totals) {
      const window = windows.get(unitId);
      if (window && window.from <= day && day <= window.to) sheetsOf.set(unitId, (sheetsOf.get(unitId) ?? 0) + n);
    }
    const page = units.slice((input.page - 1) * PAGE_SIZE, input.page * PAGE_SIZE);
    const forms = await sql<FormRow[]>`
      select unit_id as "unitId", id as "formId", source, min_cell as "minCell" from survey_form
      where unit_id = any(${page.map(({ id }) => id)}::uuid[]) and opened_on <= ${period.to}
        and (closed_on is null or closed_on >= ${period.from})`;
    const judged = forms.flatMap((form) => {
      const question = judgedQuestion(form.source);
      return question ? [{ ...form, questionId: question.id }] : [];
    });
    const quarters = wholeQuarters(period);
    const days = await sql<{ formId: string; day: LocalDate; counts: number[] }[]>`
      select r.form_id as "formId", r.day, r.counts from rollup_survey r
      join jsonb_to_recordset(${JSON.stringify(judged.map((one) => ({ unit_id: one.unitId, form_id: one.formId, question_id: one.questionId })))}::jsonb)
        as j(unit_id uuid, form_id uuid, question_id text) using (unit_id, form_id, question_id)
      where r.dimension = 'all' and r.day between ${quarters.from} and ${quarters.to}`;
    const daysOf = new Map<string, DatedCounts[]>();
    for (const { formId, day, counts } of days) {
      const list = daysOf.get(formId) ?? [];
      list.push({ day, counts, n: counts.reduce((sum, count) => sum + count, 0) });
      daysOf.set(formId, list);
    }
    const asOf = shownAsOf(ctx.now);
    return {
      period,
      total: units.length,
      sheets: [...sheetsOf.values()].reduce((sum, n) => sum + n, 0),
      silent: units.filter(({ id }) => !sheetsOf.has(id)).length,
      page: input.page,
      pageSize: PAGE_SIZE,
      rows: page.map(({ id, slug, name, code, parentName }): ResultBelow => {
        const own = judged.filter(({ unitId }) => unitId === id);
        const seen = quartersSeen(windows.get(id)!, period);
        const told = own.flatMap(({ formId, minCell }) => {
          const { blocks } = shownCounts(daysOf.get(formId) ?? [], [], asOf, { scale: scaleOf(LEVELS), minCell });
          return sumWithin(blocks, seen) ?? [];
        });
        return {
          id,
          slug,
          name,
          code,
          parentName,
          forms: forms.filter(({ unitId }) => unitId === id).length,
          sheets: sheetsOf.get(id) ?? 0,
          satisfied: answeredOf(LEVELS, addAnswers(told)).satisfied,
        };
      }),
    };
  });
}
