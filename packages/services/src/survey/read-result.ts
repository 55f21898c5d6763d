import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { AppError } from "@gandan/model/error/app-error";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { judgedQuestion } from "@gandan/model/officer-result/judged-question";
import { type Answered, answeredOf } from "@gandan/model/survey/answered";
import { orderedQuestions } from "@gandan/model/survey/asked-questions";
import type { SurveyResultInput } from "@gandan/model/survey/result-inputs";
import { type ResultPeriod, resultPeriod } from "@gandan/model/survey/result-period";
import { addAnswers, scaleOf } from "@gandan/model/survey/shown-answers";
import { type Block, shownCounts, sumWithin } from "@gandan/model/survey/shown-counts";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";
import { readDays, readPlaces, shownAsOf, wholeQuarters } from "./read-counts";
import { readIntegrity, type SurveyIntegrity } from "./read-integrity";

type QuestionKind = SurveyForm["questions"][number]["kind"];

export interface QuestionResult {
  id: string;
  kind: Exclude<QuestionKind, "text">;
  text: string;
  options: string[];
  /** Null with too few answers. */
  answered: Answered | null;
}

export interface PlaceResult {
  kind: "procedure" | "point";
  /** Of a procedure. */
  code: string | null;
  name: string;
  answered: Answered;
}

export interface SurveyResult {
  form: {
    id: string;
    slug: string;
    version: number;
    title: string;
    openedOn: LocalDate;
    closedOn: LocalDate | null;
    minCell: number;
  };
  period: ResultPeriod;
  /** The last day whose answers are in what is shown; null when there is nothing. */
  upTo: LocalDate | null;
  questions: QuestionResult[];
  /** One question by place: whole quarters that have ended. Null in a month, which no place is shown by. */
  places: { question: string; rows: PlaceResult[] } | null;
  integrity: SurveyIntegrity;
  /** Free texts of the period that were found to name nobody, in no order of time within a month. */
  texts: { total: number; some: { question: string; month: LocalDate; text: string }[] };
}

const TEXTS_SHOWN = 50;

export interface ResultForm {
  formId: string;
  slug: string;
  version: number;
  title: string;
  source: SurveyForm;
  minCell: number;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
}

/** Forms of a unit as results need them, the last opened first. */
export function readResultForms(sql: TransactionSql, unitId: string): Promise<ResultForm[]> {
  return sql<ResultForm[]>`
    select id as "formId", slug, version, title, source, min_cell as "minCell", opened_on as "openedOn",
      closed_on as "closedOn"
    from survey_form where unit_id = ${unitId} order by opened_at desc, id desc`;
}

/**
 * What citizens answered to a form in a period of the calendar, as far as it tells nothing of a single one
 * (`shownCounts`), with what makes it doubtful beside it.
 * @throws AppError FORBIDDEN; NOT_FOUND survey.formNotFound
 */
export async function readResult(ctx: UnitCtx, input: SurveyResultInput): Promise<SurveyResult> {
  authorize(ctx, "survey:read");
  return inUnit(ctx, async (_tx, sql) => {
    const form = (await readResultForms(sql, ctx.unitId)).find(({ formId }) => formId === input.formId);
    if (!form) throw new AppError("NOT_FOUND", "survey.formNotFound");
    return resultOf(sql, ctx.unitId, form, input, ctx.now);
  });
}

/** The result of a form for whoever may see it. */
export async function resultOf(
  sql: TransactionSql,
  unitId: string,
  form: ResultForm,
  input: Pick<SurveyResultInput, "kind" | "day" | "question">,
  now: Date,
): Promise<SurveyResult> {
  const { formId, source, minCell, openedOn, closedOn } = form;
  const today = localToday(now);
  const period = resultPeriod(input.kind, input.day ?? closedOn ?? today, { openedOn, closedOn, today });
  const asked = orderedQuestions(source).filter(({ kind }) => kind !== "text");
  const placed = asked.find(({ id }) => id === input.question) ?? judgedQuestion(source) ?? asked[0];
  const byPlace = input.kind !== "month" && placed ? placed : null;
  const quarters = wholeQuarters(period);
  const [days, places, integrity, texts] = await Promise.all([
    readDays(sql, unitId, { formId, questions: asked }, quarters),
    byPlace ? readPlaces(sql, unitId, { formId, question: byPlace }, quarters) : null,
    readIntegrity(sql, unitId, form, period),
    readTexts(sql, unitId, form, period),
  ]);
  const asOf = shownAsOf(now);
  const blocks: Block[] = [];
  const questions = asked.map((question): QuestionResult => {
    const shown = shownCounts(days.get(question.id) ?? [], [], asOf, { scale: scaleOf(question), minCell }).blocks;
    blocks.push(...shown);
    const { id, text, options = [] } = question;
    const kind = question.kind as QuestionResult["kind"];
    const answers = sumWithin(shown, period);
    return { id, kind, text, options, answered: answers && answeredOf(question, answers) };
  });
  const upTo = blocks.filter(({ from, to }) => period.from <= from && to <= period.to).map(({ to }) => to);
  const { slug, version, title } = form;
  return {
    form: { id: formId, slug, version, title, openedOn, closedOn, minCell },
    period,
    upTo: upTo.sort().at(-1) ?? null,
    questions,
    places:
      byPlace && places
        ? {
            question: byPlace.id,
            rows: await placeRows(
              sql,
              unitId,
              byPlace,
              { days: days.get(byPlace.id) ?? [], ...places },
              { asOf, minCell, period },
            ),
          }
        : null,
    integrity,
    texts,
  };
}

async function readTexts(
  sql: TransactionSql,
  unitId: string,
  { formId, source }: ResultForm,
  { from, to }: ResultPeriod,
): Promise<SurveyResult["texts"]> {
  const rows = await sql<{ questionId: string; month: LocalDate; text: string; total: number }[]>`
    select question_id as "questionId", month, text, count(*) over ()::int as total from survey_text
    where unit_id = ${unitId} and form_id = ${formId} and state = 'shown' and month between ${from} and ${to}
    order by month desc, id limit ${TEXTS_SHOWN}`;
  const names = new Map(source.questions.map(({ id, text }) => [id, text]));
  return {
    total: rows[0]?.total ?? 0,
    some: rows.map(({ questionId, month, text }) => ({ question: names.get(questionId) ?? questionId, month, text })),
  };
}

type Placed = Parameters<typeof shownCounts>[1];

async function placeRows(
  sql: TransactionSql,
  unitId: string,
  question: { kind: QuestionKind; options?: string[] | undefined },
  counts: { days: Parameters<typeof shownCounts>[0]; procedures: Placed; points: Placed },
  { asOf, minCell, period }: { asOf: LocalDate; minCell: number; period: ResultPeriod },
): Promise<PlaceResult[]> {
  const cells = [
    ...counts.procedures.map((cell) => ({ ...cell, place: `procedure ${cell.place}` })),
    ...counts.points.map((cell) => ({ ...cell, place: `point ${cell.place}` })),
  ];
  const shown = shownCounts(counts.days, cells, asOf, { scale: scaleOf(question), minCell }).places.filter(
    ({ from, to }) => period.from <= from && to <= period.to,
  );
  const sums = new Map<string, Block[]>();
  for (const part of shown) sums.set(part.place, [...(sums.get(part.place) ?? []), part]);
  const keys = [...sums.keys()].map((place) => place.split(" ") as ["procedure" | "point", string]);
  const namesOf = (wanted: string) => keys.flatMap(([kind, value]) => (kind === wanted ? [value] : []));
  const [procedures, points] = await Promise.all([
    sql<{ code: string; name: string }[]>`
      select distinct on (code) code, name from procedure where code = any(${namesOf("procedure")})
      order by code, effective_from desc`,
    sql<{ id: string; label: string }[]>`
      select id, label from survey_point where unit_id = ${unitId} and id = any(${namesOf("point")}::uuid[])`,
  ]);
  const names = new Map([
    ...procedures.map(({ code, name }): [string, string] => [`procedure ${code}`, name]),
    ...points.map(({ id, label }): [string, string] => [`point ${id}`, label]),
  ]);
  return [...sums]
    .map(([place, parts]): PlaceResult => {
      const [kind, value] = place.split(" ") as ["procedure" | "point", string];
      const answered = answeredOf(question, addAnswers(parts));
      return { kind, code: kind === "procedure" ? value : null, name: names.get(place) ?? value, answered };
    })
    .sort((a, b) => b.answered.n - a.answered.n || (a.name < b.name ? -1 : 1));
}
