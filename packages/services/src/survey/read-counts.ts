import type { LocalDate } from "@gandan/calendar/local-time";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { quarterOf } from "@gandan/model/oversight/period";
import { answeredOf } from "@gandan/model/survey/count-sheets";
import type { DatedCounts, PlaceCounts } from "@gandan/model/survey/shown-counts";
import type { TransactionSql } from "postgres";
import { localToday } from "../unit/local-today";

type Question = Pick<SurveyForm["questions"][number], "id" | "kind">;

interface CountRow {
  questionId: string;
  day: LocalDate;
  value: string;
  counts: number[];
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** By question id: what was counted of it, with how many sheets answered it. */
function byQuestion(rows: readonly CountRow[], questions: readonly Question[]): Map<string, PlaceCounts[]> {
  const found = new Map<string, PlaceCounts[]>();
  const answered = new Map(rows.map(({ questionId, day, value, counts }) => [`${questionId} ${day} ${value}`, counts]));
  const several = new Set(questions.filter(({ kind }) => kind === "several").map(({ id }) => id));
  for (const { questionId, day, value, counts } of rows) {
    if (questionId.endsWith("#")) continue;
    const n = several.has(questionId)
      ? (answered.get(`${answeredOf(questionId)} ${day} ${value}`)?.[0] ?? 0)
      : sum(counts);
    const list = found.get(questionId) ?? [];
    list.push({ day, place: value, counts, n });
    found.set(questionId, list);
  }
  return found;
}

/**
 * The day as of which results are shown: an hour behind, so that the worker has ended with the sheets of a span before
 * the span is shown.
 */
export const shownAsOf = (now: Date): LocalDate => localToday(new Date(now.getTime() - 3_600_000));

/** The whole quarters that a period touches: what is shown of a quarter is worked out of all of it. */
export const wholeQuarters = ({ from, to }: { from: LocalDate; to: LocalDate }) => ({
  from: quarterOf(from).from,
  to: quarterOf(to).to,
});

/** The first day of the span of ten days that a day lies in, as `spanStart`. */
const SPAN = `(date_trunc('month', day)::date
  + case when extract(day from day) > 20 then 20 when extract(day from day) > 10 then 10 else 0 end)`;

/** Answers to a form's questions by span, and under "" the sheets, between two days. Not for showing: see `shownCounts`. */
export async function readDays(
  sql: TransactionSql,
  unitId: string,
  form: { formId: string; questions: readonly (Question & { options?: readonly string[] | undefined })[] },
  period: { from: LocalDate; to: LocalDate },
): Promise<Map<string, DatedCounts[]>> {
  // Added up by the server: it does so faster than it sends the days.
  const width = Math.max(5, ...form.questions.map(({ options }) => options?.length ?? 0));
  const counts = Array.from({ length: width }, (_, i) => `coalesce(sum(counts[${i + 1}]), 0)`).join(", ");
  const rows = await sql<CountRow[]>`
    select question_id as "questionId", ${sql.unsafe(SPAN)} as day, '' as value, array[${sql.unsafe(counts)}]::int[] as counts
    from rollup_survey
    where unit_id = ${unitId} and form_id = ${form.formId} and dimension = 'all'
      and day between ${period.from} and ${period.to}
    group by 1, 2`;
  return byQuestion(rows, form.questions);
}

/** Answers to one question by place and span, between two days: places are procedures, and points of sheets without one. */
export async function readPlaces(
  sql: TransactionSql,
  unitId: string,
  form: { formId: string; question: Question },
  period: { from: LocalDate; to: LocalDate },
): Promise<{ procedures: PlaceCounts[]; points: PlaceCounts[] }> {
  const { id } = form.question;
  // One row a place, as text: thousands of small arrays take the driver longer than the server.
  const places = await sql<{ dimension: "procedure" | "point"; questionId: string; value: string; cells: string }[]>`
    select dimension, question_id as "questionId", value,
      string_agg(day::text || ':' || array_to_string(counts, ','), ';') as cells
    from rollup_survey
    where unit_id = ${unitId} and form_id = ${form.formId} and dimension in ('procedure', 'point')
      and day between ${period.from} and ${period.to} and question_id in (${id}, ${answeredOf(id)})
    group by 1, 2, 3`;
  const rows = places.flatMap(({ cells, ...place }) =>
    cells.split(";").map((cell) => {
      const counts = cell.slice(cell.indexOf(":") + 1).split(",");
      return { ...place, day: cell.slice(0, cell.indexOf(":")), counts: counts.map(Number) };
    }),
  );
  const of = (wanted: "procedure" | "point") =>
    byQuestion(
      rows.filter(({ dimension }) => dimension === wanted),
      [form.question],
    ).get(id) ?? [];
  return { procedures: of("procedure"), points: of("point") };
}
