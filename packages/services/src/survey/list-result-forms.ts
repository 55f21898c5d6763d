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
  questions: { id: string; text: string }[];
}

/** The forms of a unit whose results can be seen, the last opened first. @throws AppError FORBIDDEN */
export async function listResultForms(ctx: UnitCtx): Promise<ListedResultForm[]> {
  authorize(ctx, "survey:read");
  return inUnit(ctx, async (_tx, sql) =>
    (await readResultForms(sql, ctx.unitId)).map(({ formId, title, version, openedOn, closedOn, source }) => ({
      formId,
      title,
      version,
      openedOn,
      closedOn,
      questions: source.questions.filter(({ kind }) => kind !== "text").map(({ id, text }) => ({ id, text })),
    })),
  );
}
