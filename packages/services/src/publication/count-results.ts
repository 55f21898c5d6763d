import type { LocalDate } from "@gandan/calendar/local-time";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { type Period, quarterOf } from "@gandan/model/oversight/period";
import type {
  PublicationSnapshot,
  PublishedForm,
  PublishedQuestion,
} from "@gandan/model/publication/publication-snapshot";
import { answeredOf } from "@gandan/model/survey/answered";
import { orderedQuestions } from "@gandan/model/survey/asked-questions";
import { addAnswers, type Scale, SHEETS, scaleOf } from "@gandan/model/survey/shown-answers";
import { type Block, shownCounts } from "@gandan/model/survey/shown-counts";
import type { TransactionSql } from "postgres";
import { readDays } from "../survey/read-counts";
import { readIntegrity } from "../survey/read-integrity";
import { countFinished } from "../survey/read-survey-facts";

interface FormRow {
  formId: string;
  slug: string;
  version: number;
  title: string;
  source: SurveyForm;
  minCell: number;
}

/** Parts that end within a period: of two periods that follow each other, each part lies in one. */
const endingWithin = (blocks: readonly Block[], { from, to }: Period) =>
  addAnswers(blocks.filter((block) => from <= block.to && block.to <= to));

/**
 * What citizens answered in a period as it may be published: sums of the parts that results show anywhere, so that no two
 * publications, nor a publication and a page, tell fewer answers than a cell.
 */
export async function countResults(
  sql: TransactionSql,
  unitId: string,
  period: Period,
  today: LocalDate,
): Promise<PublicationSnapshot> {
  const forms = await sql<FormRow[]>`
    select id as "formId", slug, version, title, source, min_cell as "minCell" from survey_form
    where unit_id = ${unitId} and opened_on <= ${period.to} and (closed_on is null or closed_on >= ${period.from})
    order by slug, version`;
  const whole = { from: quarterOf(period.from).from, to: quarterOf(period.to).to };
  const counted: PublishedForm[] = [];
  for (const { formId, slug, version, title, source, minCell } of forms) {
    const days = await readDays(sql, unitId, { formId, questions: source.questions }, whole);
    const shown = (questionId: string, scale: Scale) =>
      endingWithin(shownCounts(days.get(questionId) ?? [], [], today, { scale, minCell }).blocks, period);
    const questions = orderedQuestions(source).flatMap((question): PublishedQuestion[] => {
      const { id, kind, text, options } = question;
      if (kind === "text") return [];
      const { n, lines, satisfied } = answeredOf(question, shown(id, scaleOf(question)));
      const share = satisfied && { low: satisfied.low, high: satisfied.high, n: satisfied.n };
      return [{ id, kind, text, options: options ?? null, n, lines: n === 0 ? [] : lines, satisfied: share }];
    });
    const { bySource, invited, quick, burst, sameDevice } = await readIntegrity(sql, unitId, { formId, slug }, period);
    const { token, point, tablet, "paper-staff": paperStaff, "paper-mttq": paperMttq } = bySource;
    const integrity = { token, point, tablet, paperMttq, paperStaff, invited, quick, burst, sameDevice };
    counted.push({ slug, version, title, sheets: shown("", SHEETS).n, integrity, questions });
  }
  return { schema: 2, dossiers: await countFinished(sql, unitId, period), forms: counted };
}
