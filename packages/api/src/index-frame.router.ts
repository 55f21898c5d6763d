import { enterIndex as entry, indexOfUnit, indexRound } from "@gandan/model/index/index-inputs";
import { enterIndex } from "@gandan/services/index/enter-index";
import { readIndexOfUnit, readIndexRanking } from "@gandan/services/index/read-index-ranking";
import { readOwnIndex } from "@gandan/services/index/read-own-index";
import { router, unitProcedure } from "./trpc";

export const indexRouter = router({
  own: unitProcedure.input(indexRound).query(({ ctx, input }) => readOwnIndex(ctx.unit, input)),
  enter: unitProcedure.input(entry).mutation(({ ctx, input }) => enterIndex(ctx.unit, input)),
  ranking: unitProcedure.input(indexRound).query(({ ctx, input }) => readIndexRanking(ctx.unit, input)),
  ofUnit: unitProcedure.input(indexOfUnit).query(({ ctx, input }) => readIndexOfUnit(ctx.unit, input)),
});
