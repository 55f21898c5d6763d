import { quotasBelow } from "@gandan/model/survey/quota-inputs";
import {
  listTexts,
  publicResult,
  resultsBelow,
  screenText,
  surveyProgress,
  surveyResult,
} from "@gandan/model/survey/result-inputs";
import { listResultForms } from "@gandan/services/survey/list-result-forms";
import { readProgress } from "@gandan/services/survey/read-progress";
import { readPublicResult } from "@gandan/services/survey/read-public-result";
import { readQuotasBelow } from "@gandan/services/survey/read-quotas-below";
import { readResult } from "@gandan/services/survey/read-result";
import { readResultsBelow } from "@gandan/services/survey/read-results-below";
import * as texts from "@gandan/services/survey/screen-texts";
import { openProcedure, router, unitProcedure } from "./trpc";

/** What citizens answered, as far as it tells nothing of a single one. */
export const surveyResultRouter = router({
  forms: unitProcedure.query(({ ctx }) => listResultForms(ctx.unit)),
  read: unitProcedure.input(surveyResult).query(({ ctx, input }) => readResult(ctx.unit, input)),
  progress: unitProcedure.input(surveyProgress).query(({ ctx, input }) => readProgress(ctx.unit, input)),
  texts: unitProcedure.input(listTexts).query(({ ctx, input }) => texts.listTexts(ctx.unit, input)),
  screen: unitProcedure.input(screenText).mutation(({ ctx, input }) => texts.screenText(ctx.unit, input)),
  below: unitProcedure.input(resultsBelow).query(({ ctx, input }) => readResultsBelow(ctx.unit, input)),
  quotasBelow: unitProcedure.input(quotasBelow).query(({ ctx, input }) => readQuotasBelow(ctx.unit, input)),
  public: openProcedure.input(publicResult).query(({ ctx, input }) => readPublicResult(ctx, input)),
});
