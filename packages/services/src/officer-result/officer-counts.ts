import type { SurveyForm } from "@gandan/model/model/model-schema";
import { judgedQuestion, officerQuestions } from "@gandan/model/officer-result/judged-question";
import type { Period } from "@gandan/model/oversight/period";
import type { LevelCounts } from "@gandan/model/rules/facts";
import type { TransactionSql } from "postgres";

/** What citizens said of an officer: by the question that judges, and by each that speaks of officers. */
export interface OfficerAnswers {
  officer: string;
  levels: LevelCounts;
  questions: { question: string; levels: LevelCounts }[];
}

export interface QuarterAnswers {
  officers: OfficerAnswers[];
  /** Cells with fewer answers are shown to nobody: the strictest of the forms. */
  minCell: number;
}

interface FormRow {
  id: string;
  source: SurveyForm;
  minCell: number;
}

interface CountRow {
  formId: string;
  officer: string;
  questionId: string;
  counts: number[];
}

const NONE: LevelCounts = [0, 0, 0, 0, 0];
const plus = (a: LevelCounts, b: readonly number[]) =>
  a.map((count, i) => count + (b[i] ?? 0)) as unknown as LevelCounts;

/** Answers by officer of all forms of a unit in whole calendar periods, from the roll-ups; officers by name. */
export async function readOfficerAnswers(
  sql: TransactionSql,
  unitId: string,
  { from, to }: Period,
): Promise<QuarterAnswers> {
  const forms = await sql<FormRow[]>`
    select id, source, min_cell as "minCell" from survey_form where unit_id = ${unitId}`;
  const rows = await sql<CountRow[]>`
    select form_id as "formId", value as officer, question_id as "questionId",
      array[coalesce(sum(counts[1]), 0), coalesce(sum(counts[2]), 0), coalesce(sum(counts[3]), 0),
        coalesce(sum(counts[4]), 0), coalesce(sum(counts[5]), 0)]::int[] as counts
    from rollup_survey
    where unit_id = ${unitId} and dimension = 'officer' and day between ${from} and ${to} and question_id <> ''
    group by 1, 2, 3 order by 2, 1, 3`;
  const asked = new Map(
    forms.map(({ id, source }) => [
      id,
      {
        judged: judgedQuestion(source)?.id,
        details: new Map(officerQuestions(source).map((one) => [one.id, one.text])),
      },
    ]),
  );
  const officers = new Map<string, { levels: LevelCounts; questions: Map<string, LevelCounts> }>();
  for (const { formId, officer, questionId, counts } of rows) {
    const form = asked.get(formId);
    if (!form) continue;
    const known = officers.get(officer) ?? { levels: NONE, questions: new Map<string, LevelCounts>() };
    if (questionId === form.judged) known.levels = plus(known.levels, counts);
    const text = form.details.get(questionId);
    if (text !== undefined) known.questions.set(text, plus(known.questions.get(text) ?? NONE, counts));
    officers.set(officer, known);
  }
  return {
    officers: [...officers].map(([officer, { levels, questions }]) => ({
      officer,
      levels,
      questions: [...questions].map(([question, each]) => ({ question, levels: each })),
    })),
    minCell: Math.max(1, ...forms.map(({ minCell }) => minCell)),
  };
}
