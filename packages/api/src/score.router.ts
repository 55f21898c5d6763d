import { missedDossiers, scorePeriod } from "@gandan/model/score/score-inputs";
import { listMissedDossiers } from "@gandan/services/score/list-missed-dossiers";
import { readScore } from "@gandan/services/score/read-score";
import { router, unitProcedure } from "./trpc";

export const scoreRouter = router({
  read: unitProcedure.input(scorePeriod).query(({ ctx, input }) => readScore(ctx.unit, input)),
  missed: unitProcedure.input(missedDossiers).query(({ ctx, input }) => listMissedDossiers(ctx.unit, input)),
});
