import {
  importFrame as importInput,
  oneFrame,
  publishFrame as publishInput,
  saveFrame as saveInput,
  startFrame as startInput,
} from "@gandan/model/index/frame-inputs";
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
import { discardFrame, importFrame, saveFrame, startFrame } from "@gandan/services/index-frame/draft-frame";
import { listFrames } from "@gandan/services/index-frame/list-frames";
import { publishFrame, withdrawFrame } from "@gandan/services/index-frame/publish-frame";
import { exportFrame, readFramePage } from "@gandan/services/index-frame/read-frame-page";
import { router, unitProcedure } from "./trpc";

export const indexRouter = router({
  own: unitProcedure.input(indexRound).query(({ ctx, input }) => readOwnIndex(ctx.unit, input)),
  enter: unitProcedure.input(entry).mutation(({ ctx, input }) => enterIndex(ctx.unit, input)),
  ranking: unitProcedure.input(indexRanking).query(({ ctx, input }) => readIndexRanking(ctx.unit, input)),
  appraise: unitProcedure.input(appraisal).mutation(({ ctx, input }) => appraiseIndex(ctx.unit, input)),
  ofUnit: unitProcedure.input(indexOfUnit).query(({ ctx, input }) => readIndexOfUnit(ctx.unit, input)),
});

/** Frames of the index, kept by the office that decides them. */
export const frameRouter = router({
  list: unitProcedure.query(({ ctx }) => listFrames(ctx.unit)),
  read: unitProcedure.input(oneFrame).query(({ ctx, input }) => readFramePage(ctx.unit, input)),
  export: unitProcedure.input(oneFrame).query(({ ctx, input }) => exportFrame(ctx.unit, input)),
  start: unitProcedure.input(startInput).mutation(({ ctx, input }) => startFrame(ctx.unit, input)),
  import: unitProcedure.input(importInput).mutation(({ ctx, input }) => importFrame(ctx.unit, input)),
  save: unitProcedure.input(saveInput).mutation(({ ctx, input }) => saveFrame(ctx.unit, input)),
  publish: unitProcedure.input(publishInput).mutation(({ ctx, input }) => publishFrame(ctx.unit, input)),
  withdraw: unitProcedure.input(oneFrame).mutation(({ ctx, input }) => withdrawFrame(ctx.unit, input)),
  discard: unitProcedure.input(oneFrame).mutation(({ ctx, input }) => discardFrame(ctx.unit, input)),
});
