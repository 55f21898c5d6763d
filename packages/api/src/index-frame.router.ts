import {
  appraiseIndex as appraisal,
  enterIndex as entry,
  indexOfUnit,
  indexRanking,
  indexRound,
} from "@gandan/model/index/index-inputs";
import { appraiseIndex } from "@gandan/services/index/appraise-index";
import { enterIndex } from "@gandan/services/index/enter-index";
import { readIndexOfUnit } from "@gandan/services/index/read-index-of-unit";
import { readIndexRanking } from "@gandan/services/index/read-index-ranking";
import { readOwnIndex } from "@gandan/services/index/read-own-index";
import { router, unitProcedure } from "./trpc";

export const indexRouter = router({
  own: unitProcedure.input(indexRound).query(({ ctx, input }) => readOwnIndex(ctx.unit, input)),
  enter: unitProcedure.input(entry).mutation(({ ctx, input }) => enterIndex(ctx.unit, input)),
  ranking: unitProcedure.input(indexRanking).query(({ ctx, input }) => readIndexRanking(ctx.unit, input)),
  appraise: unitProcedure.input(appraisal).mutation(({ ctx, input }) => appraiseIndex(ctx.unit, input)),
  ofUnit: unitProcedure.input(indexOfUnit).query(({ ctx, input }) => readIndexOfUnit(ctx.unit, input)),
});
