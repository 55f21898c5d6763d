import { authorize } from "@gandan/auth/roles";
import type { UnitCtx } from "@gandan/auth/unit-context";
import type { LocalDate } from "@gandan/calendar/local-time";
import { inUnit } from "@gandan/db/in-unit";
import { readResultForms } from "./read-result";

export interface ListedResultForm {
  formId: string;
  title: string;
  version: number;
  openedOn: LocalDate;
  closedOn: LocalDate | null;
  /** Whether any sheet of it was counted. */
  answered: boolean;
  questions: { id: string; text: string }[];
}

/** The forms of a unit whose results can be seen, the last opened first. @throws AppError FORBIDDEN */
export async function listResultForms(ctx: UnitCtx): Promise<ListedResultForm[]> {
  authorize(ctx, "survey:read");
  const { unitId } = ctx;
  return inUnit(ctx, async (_tx, sql) => {
    const [forms, answered] = await Promise.all([
      readResultForms(sql, unitId),
      sql<{ id: string }[]>`
        select f.id from survey_form f where f.unit_id = ${unitId} and exists (
          select from rollup_survey r where r.unit_id = f.unit_id and r.form_id = f.id and r.dimension = 'all')`,
    ]);
    return forms.map(({ formId, title, version, openedOn, closedOn, source }) => ({
      formId,
      title,
      version,
      openedOn,
      closedOn,
      answered: answered.some(({ id }) => id === formId),
      questions: source.questions.filter(({ kind }) => kind !== "text").map(({ id, text }) => ({ id, text })),
    }));
  });
}
