import { surveyResult } from "@gandan/model/survey/result-inputs";
import { listResultForms } from "@gandan/services/survey/list-result-forms";
import { readResult } from "@gandan/services/survey/read-result";
import { router, unitProcedure } from "./trpc";

/** What citizens answered, as far as it tells nothing of a single one. */
export const surveyResultRouter = router({
  forms: unitProcedure.query(({ ctx }) => listResultForms(ctx.unit)),
  read: unitProcedure.input(surveyResult).query(({ ctx, input }) => readResult(ctx.unit, input)),
});
