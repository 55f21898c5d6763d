import type { PublicResultInput } from "@gandan/model/survey/result-inputs";
import { resultPeriod } from "@gandan/model/survey/result-period";
import { inPublicUnit } from "../public/public-unit";
import type { RequestCtx } from "../session/request-ctx";
import { localToday } from "../unit/local-today";
import { readResultForms, resultOf, type SurveyResult } from "./read-result";

export interface PublicResult {
  /** Forms that have been open, each once. */
  forms: { slug: string; title: string }[];
  /** Null where no form has been open in the period. */
  result: SurveyResult | null;
}

/**
 * What citizens answered, for anybody: the last version of a form that took answers in the period, under the same rule
 * as in the office. @throws AppError NOT_FOUND unit.notFound
 */
export function readPublicResult(ctx: RequestCtx, input: PublicResultInput): Promise<PublicResult> {
  return inPublicUnit(ctx, input.slug, async (sql, unit) => {
    const all = await readResultForms(sql, unit.id);
    const forms = [...new Map(all.toReversed().map(({ slug, title }) => [slug, { slug, title }])).values()].reverse();
    const today = localToday(ctx.now);
    const slug = input.formSlug ?? forms[0]?.slug;
    const form = all.find((one) => {
      const { from, to } = resultPeriod(input.kind, input.day ?? today, { ...one, today });
      return one.slug === slug && one.openedOn <= to && (one.closedOn === null || one.closedOn >= from);
    });
    return { forms, result: form ? await resultOf(sql, unit.id, form, input, ctx.now) : null };
  });
}
