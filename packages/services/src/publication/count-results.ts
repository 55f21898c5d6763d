import type { LocalDate } from "@gandan/calendar/local-time";
import type { SurveyForm } from "@gandan/model/model/model-schema";
import { type Period, quarterOf } from "@gandan/model/oversight/period";
import type {
  PublicationSnapshot,
  PublishedForm,
  PublishedQuestion,
} from "@gandan/model/publication/publication-snapshot";
import { orderedQuestions } from "@gandan/model/survey/asked-questions";
import { addCounts, type Block, shownCounts } from "@gandan/model/survey/shown-counts";
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
  addCounts(blocks.filter((block) => from <= block.to && block.to <= to));

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
    const shown = (questionId: string) =>
      endingWithin(shownCounts(days.get(questionId) ?? [], [], today, minCell).blocks, period);
    const questions = orderedQuestions(source).flatMap(({ id, kind, text, options }): PublishedQuestion[] => {
      if (kind === "text") return [];
      const { counts, n } = shown(id);
      const places = kind === "level5" ? 5 : kind === "yes-no" ? 2 : (options?.length ?? 0);
      const whole = n === 0 ? [] : Array.from({ length: places }, (_, i) => counts[i] ?? 0);
      return [{ id, kind, text, options: options ?? null, n, counts: whole }];
    });
    const { bySource, invited, quick, burst, sameDevice } = await readIntegrity(sql, unitId, { formId, slug }, period);
    const { token, point, tablet, "paper-staff": paperStaff, "paper-mttq": paperMttq } = bySource;
    const integrity = { token, point, tablet, paperMttq, paperStaff, invited, quick, burst, sameDevice };
    counted.push({ slug, version, title, sheets: shown("").n, integrity, questions });
  }
  return { schema: 1, dossiers: await countFinished(sql, unitId, period), forms: counted };
}
