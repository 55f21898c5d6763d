import type { LocalDate } from "@gandan/calendar/local-time";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { judgedQuestion, officerQuestions } from "@gandan/model/officer-result/judged-question";
import { type CrossCount, tellingOfficers } from "@gandan/model/officer-result/telling-officers";
import type { Period } from "@gandan/model/oversight/period";
import type { LevelCounts } from "@gandan/model/rules/facts";
import { scaleOf } from "@gandan/model/survey/shown-answers";
import { type PlaceCounts, shownCounts } from "@gandan/model/survey/shown-counts";
import type { TransactionSql } from "postgres";

/** What citizens said of an officer: by the question that judges, and by each that speaks of officers. */
export interface OfficerAnswers {
  officer: string;
  /** Null where too few answers speak of the officer to be shown to anyone. */
  levels: LevelCounts | null;
  questions: { question: string; levels: LevelCounts }[];
}

interface FormRow {
  id: string;
  source: SurveyForm;
  minCell: number;
}

interface CountRow {
  formId: string;
  dimension: "all" | "officer" | "procedure";
  day: LocalDate;
  value: string;
  questionId: string;
  counts: number[];
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const NONE: LevelCounts = [0, 0, 0, 0, 0];
const plus = (a: LevelCounts, b: readonly number[]) =>
  a.map((count, i) => count + (b[i] ?? 0)) as unknown as LevelCounts;

/**
 * What may be shown of a question by officer, beside all that is shown of the whole in spans of ten days and by
 * procedure.
 */
function shownByOfficer(
  rows: readonly CountRow[],
  cross: readonly CrossCount[],
  today: LocalDate,
  minCell: number,
): Map<string, LevelCounts> {
  const of = (wanted: CountRow["dimension"]) =>
    rows
      .filter(({ dimension }) => dimension === wanted)
      .map(({ day, value, counts }): PlaceCounts => ({ day, place: value, counts, n: total(counts) }));
  const scale = scaleOf({ kind: "level5" });
  const places = (wanted: CountRow["dimension"]) =>
    shownCounts(of("all"), of(wanted), today, { scale, minCell }).places.map(({ place }) => place);
  const names = places("officer");
  const telling = tellingOfficers(names, cross, places("procedure"), minCell);
  const levels = new Map<string, LevelCounts>();
  for (const { place, counts } of of("officer")) {
    if (names.includes(place) && !telling.has(place)) levels.set(place, plus(levels.get(place) ?? NONE, counts));
  }
  return levels;
}

/**
 * Answers by officer of all forms of a unit in a quarter that has ended, from the roll-ups; officers by name, also those
 * of whom nothing is shown.
 */
export async function readOfficerAnswers(
  sql: TransactionSql,
  unitId: string,
  { from, to }: Period,
  today: LocalDate,
): Promise<OfficerAnswers[]> {
  const forms = await sql<FormRow[]>`
    select id, source, min_cell as "minCell" from survey_form where unit_id = ${unitId} order by opened_at, id`;
  const rows = await sql<CountRow[]>`
    select form_id as "formId", dimension, day, value, question_id as "questionId", counts from rollup_survey
    where unit_id = ${unitId} and dimension in ('all', 'officer', 'procedure') and day between ${from} and ${to} and question_id <> ''`;
  const named = rows.filter(({ dimension }) => dimension === "officer").map(({ value }) => value);
  const officers = new Map<string, { levels: LevelCounts | null; questions: Map<string, LevelCounts> }>(
    [...new Set(named)].sort().map((officer) => [officer, { levels: null, questions: new Map() }]),
  );
  for (const { id, source, minCell } of forms) {
    const answersTo = async (questionId: string) => {
      const cross = await sql<CrossCount[]>`
        select officer, procedure_code as procedure, count(*)::int as n from survey_response
        where unit_id = ${unitId} and form_id = ${id} and day between ${from} and ${to} and answers ? ${questionId}
        group by 1, 2`;
      const own = rows.filter((row) => row.formId === id && row.questionId === questionId);
      return shownByOfficer(own, cross, today, minCell);
    };
    const judged = judgedQuestion(source);
    if (!judged) continue;
    for (const [officer, levels] of await answersTo(judged.id)) {
      const known = officers.get(officer)!;
      known.levels = plus(known.levels ?? NONE, levels);
    }
    for (const { id: questionId, text } of officerQuestions(source)) {
      for (const [officer, levels] of await answersTo(questionId)) {
        const { questions } = officers.get(officer)!;
        questions.set(text, plus(questions.get(text) ?? NONE, levels));
      }
    }
  }
  return [...officers].map(([officer, { levels, questions }]) => ({
    officer,
    levels,
    questions: [...questions].map(([question, each]) => ({ question, levels: each })),
  }));
}
